namespace SaaSChat.Web.Tests;

/// <summary>Keys of the shape that Stripe gives out, which open nothing: a production does not start without.</summary>
internal static class StripeKeys
{
    public const string Secret = "sk_test_b3BlbnMgbm90aGluZyBhdCBhbGw";
    public const string Webhook = "whsec_b3BlbnMgbm90aGluZyBhdCBhbGw";
}
