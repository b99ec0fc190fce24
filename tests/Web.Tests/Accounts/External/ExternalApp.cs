using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>The program with two real providers that speak OpenID Connect, acme and globex, and the first once more as bare OAuth 2.</summary>
public sealed class ExternalApp : TestApp
{
    public ProviderServer Acme { get; } = new();
    public ProviderServer Globex { get; } = new();
    internal LogLines Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("RateLimits:Enabled", "false");
        builder.UseSetting("SignIn:Timeout", "00:01:00");
        UseProvider(builder, "acme", Acme, ("DisplayName:ar", "أكمي"));
        UseProvider(builder, "globex", Globex, ("SkipSecondFactor", "true"));
        UseProvider(builder, "plain", Acme,
            ("Kind", "OAuth2"), ("AuthorizationEndpoint", $"{Acme.Issuer}/authorize"), ("TokenEndpoint", $"{Acme.Issuer}/token"),
            ("UserInfoEndpoint", $"{Acme.Issuer}/userinfo"), ("Claims:Subject", "data.id"));
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;

        Acme.Dispose();
        Globex.Dispose();
    }

    public static void UseProvider(IWebHostBuilder builder, string key, ProviderServer provider, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] settings =
        [
            ("DisplayName:en", char.ToUpperInvariant(key[0]) + key[1..]), ("Authority", provider.Issuer), ("ClientId", ProviderServer.ClientId), ("ClientSecret", ProviderServer.ClientSecret), .. more,
        ];
        foreach (var (name, value) in settings) builder.UseSetting($"SignIn:External:{key}:{name}", value);
    }
}

internal static class ExternalVisits
{
    /// <summary>Comes by a provider that vouches for a free address, accepts the terms, and is in.</summary>
    public static async Task<Visitor> JoinAsync(this ExternalApp app, string key)
    {
        var newcomer = app.Visit();
        Assert.Equal("/account/external", await newcomer.GoThroughAsync(key));
        using var joined = await newcomer.SubmitJoinAsync();
        Assert.Equal("/dashboard", joined.Headers.Location?.ToString());
        return newcomer;
    }

    public static async Task<HttpResponseMessage> SubmitJoinAsync(this Visitor newcomer, params (string Name, string Value)[] filled)
    {
        const string page = "/account/external";
        var name = (await newcomer.OpenAsync(page)).QuerySelector("#Input_Name")!.GetAttribute("value")!;
        return await newcomer.SubmitAsync(page, page, [("Input.Name", name), ("Input.Accepted", "true"), .. filled]);
    }

    /// <summary>The whole way to the provider and back, to the last redirect: where the person ends up.</summary>
    public static async Task<string> GoThroughAsync(this Visitor visitor, string key, string page = "/account/sign-in")
    {
        using var arrived = await visitor.ComeBackAsync(await visitor.LeaveAsync(key, page));
        if (!arrived.Headers.Location!.ToString().StartsWith("/account/external", StringComparison.Ordinal)) return arrived.Headers.Location.ToString();

        using var let = await visitor.Client.GetAsync(arrived.Headers.Location);
        return let.Headers.Location?.ToString() ?? arrived.Headers.Location.ToString();
    }

    /// <summary>Presses the button and says yes at the provider: the address that leads back here.</summary>
    public static async Task<Uri> LeaveAsync(this Visitor visitor, string key, string page = "/account/sign-in")
    {
        using var led = page == "/account/security/linked"
            ? await visitor.SubmitAsync(page, $"{page}?handler=Link", ("key", key))
            : await visitor.SubmitAsync(page, $"/signin/{key}");
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(led.Headers.Location);
        return answer.Headers.Location ?? throw new InvalidOperationException($"The provider answered {answer.StatusCode}.");
    }

    /// <summary>Sends a form of their own making, with the token of a page that they have open.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this Visitor visitor, string path, IDocument page, params (string Name, string Value)[] filled)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(filled.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await visitor.Client.PostAsync(path, form);
    }

    public static Task<HttpResponseMessage> ComeBackAsync(this Visitor visitor, Uri address) => visitor.Client.GetAsync(address.PathAndQuery);
}
