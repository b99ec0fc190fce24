namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Section "Stripe".</summary>
public sealed class StripeOptions
{
    private const string Api = "https://api.stripe.com";
    private const int LeastSecret = 16;

    private static readonly string[] KeyKinds = ["sk_test_", "sk_live_", "rk_test_", "rk_live_"];

    public string SecretKey { get; set; } = "";

    /// <summary>What Stripe signs its webhooks with: each endpoint has one of its own.</summary>
    public string WebhookSecret { get; set; } = "";

    public string ApiBase { get; set; } = Api;

    /// <summary>Whether Stripe Tax works out the tax; prices include it either way.</summary>
    public bool AutomaticTax { get; set; }

    /// <summary>For one call with all its repetitions.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether real money is taken.</summary>
    public bool IsLive => SecretKey.Contains("_live_", StringComparison.Ordinal);

    /// <summary>Where Stripe's pages are, to which our forms lead.</summary>
    public IReadOnlyList<string> PageOrigins => ApiBase.TrimEnd('/') is var origin && origin == Api ? ["https://checkout.stripe.com", "https://billing.stripe.com"] : [origin];

    public IEnumerable<string> Faults(bool isDevelopment)
    {
        if (!Array.Exists(KeyKinds, k => IsSecret(SecretKey, k)))
            yield return "Stripe:SecretKey is not one of Stripe's secret keys; set it to the one that begins with sk_ or rk_.";
        if (!IsSecret(WebhookSecret, "whsec_"))
            yield return "Stripe:WebhookSecret is missing or malformed; set it to the signing secret of the webhook endpoint, which begins with whsec_.";
        if (!Uri.TryCreate(ApiBase, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || !(address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.Scheme == Uri.UriSchemeHttp)))
            yield return $"Stripe:ApiBase is \"{ApiBase}\"; leave it out, or set it to an https origin.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(2))
            yield return $"Stripe:Timeout is {Timeout:c}; set it to a time from 00:00:00.100 to 00:02:00.";
    }

    private static bool IsSecret(string text, string kind) =>
        text.StartsWith(kind, StringComparison.Ordinal) && text.Length >= kind.Length + LeastSecret && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '/' or '=');
}
