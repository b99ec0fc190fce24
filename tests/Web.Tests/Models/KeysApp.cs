using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Tests.Models;

/// <summary>The site with OpenAI on a socket of this machine, which takes every key but one; layla gives it its keys.</summary>
internal sealed class KeysApp(ModelServer server, params (string Key, string Value)[] settings) : TestApp
{
    public const string Bad = "sk-canary-that-nobody-takes-0bad";
    public const string Model = "gpt-4o-mini";

    public static ModelScript Choose(AskedRequest asked) => asked.Headers.TryGetValue("Authorization", out var key) && key == $"Bearer {Bad}" ? ModelScript.Refusing(401) : OpenAiScripts.OpenAi("Hi");

    public async Task<Visitor> LaylaAsync()
    {
        var layla = this.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in server.Settings(key: null)) builder.UseSetting(name, value);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
    }
}

/// <summary>What layla does with keys, by the forms that stand on the pages.</summary>
internal static class Keyrings
{
    public static Task<HttpResponseMessage> GiveKeyAsync(this Visitor layla, string key, params (string Name, string Value)[] more) =>
        layla.SubmitAsync("/admin/providers/new", "/admin/providers/new", [("Input.Provider", "OpenAI"), ("Input.Key", key), ("Input.Label", "Main"), ("Input.Weight", "1"), .. more]);

    /// <summary>The page of the key that was just given.</summary>
    public static async Task<string> GiveGoodKeyAsync(this Visitor layla, string key, params (string Name, string Value)[] more)
    {
        using var given = await layla.GiveKeyAsync(key, more);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        return given.Headers.Location!.OriginalString;
    }

    public static async Task<IHtmlDocument> PressAsync(this Visitor layla, string page, string action, params (string Name, string Value)[] filled)
    {
        using var pressed = await layla.SubmitAsync(page, action, filled);
        return pressed.Headers.Location is { } next ? await layla.OpenAsync(next.OriginalString) : await Visitor.PageAsync(pressed);
    }

    public static Guid IdOf(string page) => Guid.Parse(page.Split('/')[3]);

    public static Task<ProviderKey> KeyAsync(this WebApplicationFactory<Program> app, string page) => app.AskAsync(db => db.ProviderKeys.AsNoTracking().SingleAsync(k => k.Id == IdOf(page)));

    public static Task<HeardAnswer> AskModelAsync(this WebApplicationFactory<Program> node)
    {
        var model = node.Services.GetRequiredService<OfferedModels>().Now.Single(m => m.Key == KeysApp.Model);
        return HeardAnswer.OfAsync(node.Services.GetRequiredService<ModelAnswers>().AskAsync(model, WireCall.Request with { Model = model.Key }, default));
    }

    public static string Text(this IHtmlDocument page) => page.Body!.TextContent;
}
