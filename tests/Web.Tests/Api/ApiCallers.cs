using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Api;

namespace SaaSChat.Web.Tests.Api;

/// <summary>Programs that call with a key.</summary>
internal static class ApiCallers
{
    /// <summary>Without scopes the key may do everything.</summary>
    public static async Task<IssuedKey> IssueAsync(this WebApplicationFactory<Program> app, Guid user, IReadOnlyList<string>? scopes = null) =>
        await app.InScopeAsync(services => services.GetRequiredService<ApiKeys>()
            .IssueAsync(user, new ApiKeyOrder("test", scopes ?? ApiScope.All), default)) ?? throw new InvalidOperationException("No place left.");

    /// <summary>A key of somebody new.</summary>
    public static async Task<IssuedKey> AddKeyAsync(this WebApplicationFactory<Program> app, string name) =>
        await app.IssueAsync(await app.AddUserAsync($"{name}@example.com"));

    public static HttpClient Caller(this WebApplicationFactory<Program> app, string? secret, string language = "en")
    {
        var client = app.Visit(language).Client;
        if (secret is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>Changes the key's row behind the program's back, as another node would.</summary>
    public static Task<int> EndAsync(this WebApplicationFactory<Program> app, ApiKey key, DateTime? expires = null, DateTime? revoked = null) =>
        app.AskAsync(db => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.ExpiresAt, expires).SetProperty(x => x.RevokedAt, revoked)));

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
