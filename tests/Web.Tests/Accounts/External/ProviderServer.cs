using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>A real OAuth 2 and OpenID Connect provider on this machine, which can be in any mood.</summary>
public sealed class ProviderServer : IDisposable
{
    public const string ClientId = "saaschat-tests";
    public const string ClientSecret = "a client secret + more";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProviderPerson> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly ConcurrentQueue<string> _secrets = [];

    public ProviderServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGet("/.well-known/openid-configuration", () => Ask("discovery", Results.Json(Discovery())));
        _app.MapGet("/keys", () => Ask("keys", Results.Json(new { keys = Mood == ProviderMood.HasNoKeys ? [] : new[] { Key.Public() } })));
        _app.MapGet("/authorize", (HttpRequest request) => Ask("authorize", Authorize(request.Query)));
        _app.MapPost("/token", async (HttpRequest request) => Ask("token", await RedeemAsync(request)));
        _app.MapGet("/userinfo", (HttpRequest request) => Ask("userinfo", UserInfo(request)));
        _app.Start();
        Issuer = _app.Urls.Single();
    }

    public string Issuer { get; }
    public ProviderMood Mood { get; set; }
    public ProviderPerson Person { get; set; } = ProviderPerson.Sara;

    /// <summary>Whether the address stands in the user-info answer only.</summary>
    public bool HidesTheAddress { get; set; }

    /// <summary>Whether the secret must come in a header.</summary>
    public bool WantsBasic { get; set; }

    internal SigningKey Key { get; private set; } = new("RS256");

    /// <summary>Which of its doors were knocked at, in turn.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>Every code and token that it gave.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    public void SignWith(string algorithm, int bits = 2048)
    {
        Key.Dispose();
        Key = new SigningKey(algorithm, bits);
    }

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        Key.Dispose();
    }

    private IResult Ask(string door, IResult answer)
    {
        _asked.Enqueue(door);
        return answer;
    }

    private object Discovery() => new
    {
        issuer = Mood == ProviderMood.DiscoversAnotherIssuer ? "https://accounts.example.org" : Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        userinfo_endpoint = $"{Issuer}/userinfo",
        jwks_uri = $"{Issuer}/keys",
        token_endpoint_auth_methods_supported = WantsBasic ? ["client_secret_basic"] : new[] { "client_secret_basic", "client_secret_post" },
    };

    private IResult Authorize(IQueryCollection query)
    {
        var back = query["redirect_uri"].ToString();
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43)
            return Results.BadRequest();

        var state = Mood == ProviderMood.ChangesTheState ? "another" : query["state"].ToString();
        if (Mood is ProviderMood.SaysNo or ProviderMood.BreaksAtTheDoor)
            return Back(back, ("error", Mood == ProviderMood.SaysNo ? "access_denied" : "server_error"), ("state", state));

        var code = Secret();
        _codes[code] = new Grant(Person, back, query["code_challenge"].ToString(), query["nonce"]);
        return Back(back, ("code", code), ("state", state));
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        switch (Mood)
        {
            case ProviderMood.FailsAtTheTokens: return Results.StatusCode(500);
            case ProviderMood.RedirectsTheTokens: return Results.Redirect($"{Issuer}/token", permanent: false, preserveMethod: true);
            case ProviderMood.FloodsTheTokens: return Results.Text("{\"access_token\":\"" + new string('a', 5_000_000) + "\"}", "application/json");
            case ProviderMood.GivesTokensThatAreNoJson: return Results.Text("<html>");
            case ProviderMood.HangsAtTheTokens: await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted); break;
        }

        var form = await request.ReadFormAsync();
        if (!IsClient(request, form) || !_codes.TryRemove(form["code"].ToString(), out var grant) || !grant.IsFor(form)) return Results.BadRequest(new { error = "invalid_grant" });

        var token = Secret();
        _tokens[token] = grant.Person;
        return Mood == ProviderMood.GivesNoIdToken
            ? Results.Json(new { access_token = token, token_type = "Bearer" })
            : Results.Json(new { access_token = token, token_type = "Bearer", id_token = new IdToken(this, grant, token).Write() });
    }

    private bool IsClient(HttpRequest request, IFormCollection form)
    {
        var basic = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}"));
        return WantsBasic ? request.Headers.Authorization == basic && !form.ContainsKey("client_secret") : form["client_id"] == ClientId && form["client_secret"] == ClientSecret;
    }

    private IResult UserInfo(HttpRequest request)
    {
        if (Mood == ProviderMood.FailsAtTheUserInfo) return Results.StatusCode(503);
        if (!_tokens.TryGetValue(request.Headers.Authorization.ToString()["Bearer ".Length..], out var person)) return Results.Unauthorized();

        var subject = Mood == ProviderMood.TellsOfSomebodyElse ? "somebody-else" : person.Subject;
        return Results.Json(new { sub = subject, data = new { id = subject }, email = person.Email, email_verified = person.Verified, name = person.Name });
    }

    private static IResult Back(string address, params (string Name, string Value)[] answer) =>
        Results.Redirect(QueryHelpers.AddQueryString(address, answer.ToDictionary(a => a.Name, string? (a) => a.Value, StringComparer.Ordinal)));

    private string Secret()
    {
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _secrets.Enqueue(secret);
        return secret;
    }

    /// <summary>What a code stands for.</summary>
    internal sealed record Grant(ProviderPerson Person, string RedirectUri, string Challenge, string? Nonce)
    {
        public bool IsFor(IFormCollection form)
        {
            var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return form["grant_type"] == "authorization_code" && form["redirect_uri"] == RedirectUri && challenge == Challenge;
        }
    }
}
