using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Security;

/// <summary>What our pages may load and where their forms may go. Nothing inline, nothing from elsewhere.</summary>
internal sealed record ContentPolicy(string Text)
{
    /// <summary>All but where forms may go.</summary>
    public const string Everywhere =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    /// <param name="configuration">Which may name more origins.</param>
    /// <param name="payments">Where people are led when they pay.</param>
    public static ContentPolicy For(IConfiguration configuration, IEnumerable<string> payments)
    {
        var providers = configuration.GetSection("SignIn").Get<SignInWays>()?.External.Values.Select(p => p.FormOrigin) ?? [];
        var origins = configuration.ReadList("Security:FormActionOrigins");
        foreach (var origin in origins)
        {
            if (!IsOrigin(origin))
                throw new StartUpRefusedException($"Security:FormActionOrigins has \"{origin}\"; give origins only, such as https://checkout.stripe.com.");
        }

        return new ContentPolicy($"{Everywhere}; form-action {string.Join(' ', origins.Concat(providers).Concat(payments).Distinct(StringComparer.OrdinalIgnoreCase).Prepend("'self'"))}");
    }

    /// <summary>For pages that are not ours and write into the style attributes of their elements; a style sheet in the page stays refused.</summary>
    public string WithStyledElements => $"{Text}; style-src-attr 'unsafe-inline'";

    public bool AllowsFormsTo(Uri address) => Text.Split(' ').Contains(address.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What an endpoint carries whose pages need <see cref="ContentPolicy.WithStyledElements"/>.</summary>
internal sealed class StyledElements
{
    public static readonly StyledElements Allowed = new();
}
