using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Where a provider is asked what, and under which name it signs.</summary>
public sealed record ProviderEndpoints(string Issuer, Uri Authorization, Uri Token, Uri? UserInfo, Uri? Keys, bool WantsBasic)
{
    /// <summary>A bare OAuth 2 provider signs nothing; its key in our configuration is its name.</summary>
    internal static ProviderEndpoints Of(string key, ExternalProvider provider) => new(
        key, new Uri(provider.AuthorizationEndpoint), new Uri(provider.TokenEndpoint), new Uri(provider.UserInfoEndpoint), null, WantsBasic: false);

    internal static Uri DiscoveryOf(string authority) => new(authority.TrimEnd('/') + "/.well-known/openid-configuration");

    /// <summary>The document must be about the very issuer that was configured, or any provider could speak for another.</summary>
    internal static ProviderEndpoints Read(JsonElement document, string authority)
    {
        var issuer = ExternalIdentity.TextAt(document, "issuer") ?? "";
        if (issuer.TrimEnd('/') != authority.TrimEnd('/') || issuer.Length > ExternalIdentity.IssuerLength)
            throw new ExternalSignInException(ExternalProblem.Failed, $"The discovery document of {authority} is about another issuer.");

        var secure = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return new ProviderEndpoints(
            issuer, Required(document, "authorization_endpoint", secure), Required(document, "token_endpoint", secure),
            Find(document, "userinfo_endpoint", secure), Required(document, "jwks_uri", secure), WantsBasicOnly(document));
    }

    private static Uri Required(JsonElement document, string name, bool secure) =>
        Find(document, name, secure) ?? throw new ExternalSignInException(ExternalProblem.Failed, $"The discovery document has no {name} that can be used.");

    // Whoever is found by https is asked by https.
    private static Uri? Find(JsonElement document, string name, bool secure) =>
        Uri.TryCreate(ExternalIdentity.TextAt(document, name), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (!secure && uri.Scheme == Uri.UriSchemeHttp)) ? uri : null;

    private static bool WantsBasicOnly(JsonElement document)
    {
        if (!document.TryGetProperty("token_endpoint_auth_methods_supported", out var listed) || listed.ValueKind != JsonValueKind.Array) return false;

        var methods = listed.EnumerateArray().Select(m => m.ToString()).ToList();
        return methods.Contains("client_secret_basic", StringComparer.Ordinal) && !methods.Contains("client_secret_post", StringComparer.Ordinal);
    }
}
