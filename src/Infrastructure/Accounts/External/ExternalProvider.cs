namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Section "SignIn:External:[key]": somebody else who knows who a person is.</summary>
public sealed class ExternalProvider
{
    public ExternalKind Kind { get; set; } = ExternalKind.OpenIdConnect;

    /// <summary>What its button says, by language; a language without a name takes the English one.</summary>
    public IDictionary<string, string> DisplayName { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public string ClientId { get; set; } = "";

    /// <summary>Empty for a client that has none: PKCE then is its proof.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>OpenID Connect: the issuer, whose discovery document tells the rest.</summary>
    public string Authority { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";
    public string TokenEndpoint { get; set; } = "";
    public string UserInfoEndpoint { get; set; } = "";

    /// <summary>With spaces between them.</summary>
    public string? Scopes { get; set; }

    public ClaimNames Claims { get; set; } = new();

    /// <summary>True where the provider is trusted to have asked for a second factor: ours is then not asked for.</summary>
    public bool SkipSecondFactor { get; set; }

    public bool IsOpenId => Kind == ExternalKind.OpenIdConnect;
    public IEnumerable<string> ScopeList => (Scopes ?? (IsOpenId ? "openid email profile" : "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public IEnumerable<(string Name, string Value)> Addresses => IsOpenId
        ? [(nameof(Authority), Authority)]
        : [(nameof(AuthorizationEndpoint), AuthorizationEndpoint), (nameof(TokenEndpoint), TokenEndpoint), (nameof(UserInfoEndpoint), UserInfoEndpoint)];

    /// <summary>Where the form on our page leads: browsers ask the content policy about it.</summary>
    public string FormOrigin => new Uri(IsOpenId ? Authority : AuthorizationEndpoint).GetLeftPart(UriPartial.Authority);

    public string NameIn(string language) => DisplayName.TryGetValue(language, out var name) ? name : DisplayName["en"];

    internal IEnumerable<string> Faults(string key)
    {
        var section = $"SignIn:External:{key}";
        if (key.Length > 30 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) yield return $"{section} is not a key; use letters, digits and dashes.";
        if (!DisplayName.TryGetValue("en", out var name) || string.IsNullOrWhiteSpace(name)) yield return $"{section}:DisplayName:en is not set; set it to what the button calls the provider.";
        if (ClientId.Length == 0) yield return $"{section}:ClientId is not set; set it to the id that the provider gave this site.";
        if (IsOpenId && !ScopeList.Contains("openid", StringComparer.Ordinal)) yield return $"{section}:Scopes lacks openid; add it.";
        foreach (var (address, value) in Addresses.Where(a => !IsAddress(a.Value)))
            yield return $"{section}:{address} is \"{value}\"; set it to an address such as https://id.example.com.";
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}

public enum ExternalKind
{
    OpenIdConnect,

    /// <summary>Bare OAuth 2: who it is stands in an answer of its own.</summary>
    OAuth2,
}

/// <summary>What the provider calls each fact; a point leads into an object, as in data.id.</summary>
public sealed class ClaimNames
{
    public string Subject { get; set; } = "sub";
    public string Email { get; set; } = "email";
    public string EmailVerified { get; set; } = "email_verified";
    public string Name { get; set; } = "name";
}
