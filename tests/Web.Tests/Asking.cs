using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests;

/// <summary>What a test asks of an application, or of one of its nodes.</summary>
public static class Asking
{
    /// <summary>A visitor with cookies and an address of their own who is shown redirects instead of following them.</summary>
    public static Visitor Visit(this WebApplicationFactory<Program> app, string language = "en", string? from = null)
    {
        app.Started();
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(Addresses.Header, from ?? Addresses.Fresh());
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new Visitor(client);
    }

    /// <summary>One more node over the same database, with settings of its own; it stops with the application.</summary>
    public static WebApplicationFactory<Program> Node(this WebApplicationFactory<Program> app, params (string Key, string Value)[] settings) =>
        app.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
        });

    /// <summary>One more node as production runs it behind a proxy that ends TLS, without a mail server, over a database that no development node has used.</summary>
    public static WebApplicationFactory<Program> Production(this WebApplicationFactory<Program> app) => app.Node(
        ("environment", "Production"), ("DataProtection:Secret", "a-secret-for-tests-that-is-long-enough"),
        ("AllowedHosts", "localhost"), ("Security:RequireHttps", "false"), ("Mail:Enabled", "false"),
        ("Stripe:SecretKey", StripeKeys.Secret), ("Stripe:WebhookSecret", StripeKeys.Webhook));

    /// <summary>Of those who ask a factory at the same moment for what it has not built yet, each is given a host of their own, and only one of these is ever stopped.</summary>
    public static IServiceProvider Started(this WebApplicationFactory<Program> app)
    {
        lock (app) return app.Services;
    }

    /// <summary>Asks in a scope of its own, as a request would.</summary>
    public static async Task<T> InScopeAsync<T>(this WebApplicationFactory<Program> app, Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = app.Started().CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public static Task<T> AskAsync<T>(this WebApplicationFactory<Program> app, Func<AppDbContext, Task<T>> question) =>
        app.InScopeAsync(services => question(services.GetRequiredService<AppDbContext>()));
}
