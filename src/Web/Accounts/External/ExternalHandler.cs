using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Accounts.External;

/// <summary>
/// The framework's OAuth handler (state, correlation, PKCE) with the provider's addresses from its discovery document and the person from
/// its id token or user-info answer. Tokens are used and forgotten.
/// </summary>
internal sealed partial class ExternalHandler(
    IOptionsMonitor<ExternalOptions> options, ILoggerFactory logs, UrlEncoder encoder, RequestLimits limits, ContentPolicy policy)
    : OAuthHandler<ExternalOptions>(options, logs, encoder)
{
    private const string Nonce = ".nonce";

    private Uri? _door;

    // It is answered before the limits that every request passes are reached.
    public override async Task<bool> HandleRequestAsync()
    {
        if (!await ShouldHandleRequestAsync()) return false;

        using var lease = limits.Ask(Context);
        if (lease.IsAcquired) return await base.HandleRequestAsync();

        RateLimitSetup.Refuse(Context, lease);
        return true;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            _door = (await Options.Client.EndpointsAsync(Context.RequestAborted)).Authorization;
        }
        catch (ExternalSignInException fault)
        {
            await Context.RequestServices.GetRequiredService<ExternalEvents>().SendBackAsync(Context, Scheme.Name, fault);
            return;
        }

        if (!policy.AllowsFormsTo(_door)) LogDoorElsewhere(Logger, Scheme.Name, _door.GetLeftPart(UriPartial.Authority));
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        properties.IssuedUtc = TimeProvider.GetUtcNow();
        await base.HandleChallengeAsync(properties);
    }

    // The framework's address is left empty, so what it builds is the question alone.
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var question = QueryHelpers.ParseQuery(base.BuildChallengeUrl(properties, redirectUri));
        if (Options.Client.Provider.IsOpenId) question["nonce"] = properties.Items[Nonce];
        return QueryHelpers.AddQueryString(_door!.ToString(), question);
    }

    protected override bool ValidateCorrelationId(AuthenticationProperties properties) =>
        base.ValidateCorrelationId(properties) && TimeProvider.GetUtcNow() - properties.IssuedUtc < Options.RemoteAuthenticationTimeout
            ? true
            : throw new ExternalSignInException(ExternalProblem.Expired, "The answer came too late, again, or to another browser.");

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier);
        var code = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            [OAuthConstants.CodeVerifierKey] = verifier!,
        };
        return OAuthTokenResponse.Success(JsonSerializer.SerializeToDocument(await Options.Client.RedeemAsync(code, Context.RequestAborted)));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        properties.Items.Remove(Nonce, out var nonce);
        properties.IssuedUtc = null;
        var person = await Options.Client.IdentifyAsync(tokens.Response!.RootElement, tokens.AccessToken!, nonce!, Context.RequestAborted);
        return new AuthenticationTicket(Arrival.PrincipalOf(person, Scheme.Name), properties, Scheme.Name);
    }

    [LoggerMessage(1, LogLevel.Warning, "The door of {Provider} is at {Origin}, where browsers will not let our forms lead; add it to Security:FormActionOrigins")]
    private static partial void LogDoorElsewhere(ILogger log, string provider, string origin);
}
