using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>One configured provider, asked over the back channel: where its doors are, what a code is worth, and who somebody is.</summary>
public sealed class ProviderClient
{
    private readonly string _key;
    private readonly Backchannel _channel;
    private readonly TimeProvider _clock;
    private readonly Kept<ProviderEndpoints> _endpoints;
    private readonly Kept<SigningKeys> _keys;

    public ProviderClient(string key, ExternalProvider provider, Backchannel channel, TimeProvider clock)
    {
        (_key, Provider, _channel, _clock) = (key, provider, channel, clock);
        _endpoints = new Kept<ProviderEndpoints>(clock, FindEndpointsAsync);
        _keys = new Kept<SigningKeys>(clock, FindKeysAsync);
    }

    public ExternalProvider Provider { get; }

    public Task<ProviderEndpoints> EndpointsAsync(CancellationToken cancel) => _endpoints.GetAsync(cancel);

    public async Task<JsonElement> RedeemAsync(IReadOnlyDictionary<string, string> code, CancellationToken cancel)
    {
        var endpoints = await EndpointsAsync(cancel);
        var form = new Dictionary<string, string>(code, StringComparer.Ordinal) { ["grant_type"] = "authorization_code", ["client_id"] = Provider.ClientId };
        if (Provider.ClientSecret.Length == 0 || endpoints.WantsBasic) return await _channel.PostAsync(endpoints.Token, Basic(), form, cancel);

        form["client_secret"] = Provider.ClientSecret;
        return await _channel.PostAsync(endpoints.Token, null, form, cancel);
    }

    public async Task<ExternalIdentity> IdentifyAsync(JsonElement tokens, string accessToken, string nonce, CancellationToken cancel)
    {
        var endpoints = await EndpointsAsync(cancel);
        if (!Provider.IsOpenId) return ExternalIdentity.Read(await UserInfoAsync(endpoints.UserInfo!, accessToken, cancel), endpoints.Issuer, Provider.Claims);

        var token = SignedToken.Read(ExternalIdentity.TextAt(tokens, "id_token") ?? throw new ExternalSignInException(ExternalProblem.Failed, "There is no id token."));
        if (!token.IsSignedBy(await KeyOfAsync(token, cancel))) throw new ExternalSignInException(ExternalProblem.Failed, "The id token's signature is not good.");
        if (new IdTokenRules(endpoints.Issuer, Provider.ClientId, nonce, accessToken, _clock.GetUtcNow()).FaultOf(token) is { } fault)
            throw new ExternalSignInException(ExternalProblem.Failed, fault);

        var identity = ExternalIdentity.Read(token.Claims, endpoints.Issuer, Provider.Claims);
        return identity.Email is null && endpoints.UserInfo is { } more ? await ReadMoreAsync(identity, more, accessToken, cancel) : identity;
    }

    // Some providers keep the address out of the id token. Their other answer is not signed, so it must be about the same person.
    private async Task<ExternalIdentity> ReadMoreAsync(ExternalIdentity identity, Uri address, string accessToken, CancellationToken cancel)
    {
        var told = ExternalIdentity.Read(await UserInfoAsync(address, accessToken, cancel), identity.Issuer, Provider.Claims);
        return told.Subject == identity.Subject
            ? told with { Name = told.Name ?? identity.Name }
            : throw new ExternalSignInException(ExternalProblem.Failed, "The user-info answer is about somebody else.");
    }

    private async Task<JsonElement> KeyOfAsync(SignedToken token, CancellationToken cancel)
    {
        var known = (await _keys.GetAsync(cancel)).Find(token.Algorithm, token.KeyId);

        // The provider may have changed its keys since: it is asked once more, and then no more.
        return known ?? (await _keys.AskAgainAsync(cancel)).Find(token.Algorithm, token.KeyId)
            ?? throw new ExternalSignInException(ExternalProblem.Failed, "The id token is signed with a key that the provider does not list.");
    }

    private Task<JsonElement> UserInfoAsync(Uri address, string accessToken, CancellationToken cancel) =>
        _channel.GetAsync(address, new AuthenticationHeaderValue("Bearer", accessToken), cancel);

    private async Task<ProviderEndpoints> FindEndpointsAsync(CancellationToken cancel) => Provider.IsOpenId
        ? ProviderEndpoints.Read(await _channel.GetAsync(ProviderEndpoints.DiscoveryOf(Provider.Authority), null, cancel), Provider.Authority)
        : ProviderEndpoints.Of(_key, Provider);

    private async Task<SigningKeys> FindKeysAsync(CancellationToken cancel) =>
        SigningKeys.Read(await _channel.GetAsync((await EndpointsAsync(cancel)).Keys!, null, cancel));

    // Both halves are form-encoded before they are joined (RFC 6749, 2.3.1).
    private AuthenticationHeaderValue? Basic() => Provider.ClientSecret.Length == 0 ? null : new AuthenticationHeaderValue(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Provider.ClientId)}:{Uri.EscapeDataString(Provider.ClientSecret)}")));
}
