namespace SaaSChat.Web.Tests.Security;

/// <summary>What every answer must carry, whatever it answers.</summary>
internal static class SecurityHeaders
{
    private static readonly string[] Policy =
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
        "manifest-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'",
    ];

    /// <summary>Where forms may lead besides our own pages in a production, which takes money by Stripe.</summary>
    public const string PaymentPages = " https://checkout.stripe.com https://billing.stripe.com";

    public static void AssertOn(HttpResponseMessage response, string formsAlsoTo = "")
    {
        Assert.Equal([.. Policy, $"form-action 'self'{formsAlsoTo}"], One(response, "Content-Security-Policy").Split("; "));
        AssertAllButPolicyOn(response);
    }

    public static void AssertAllButPolicyOn(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", One(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", One(response, "Referrer-Policy"));
        Assert.Equal("same-origin", One(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("microphone=()", One(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"), "The server names itself.");
        Assert.False(response.Headers.Contains("X-Powered-By"), "The server names itself.");
        Assert.True(response.Headers.CacheControl is not null, "Nothing says who may keep this.");
    }

    public static string One(HttpResponseMessage response, string name) =>
        Assert.Single(response.Headers.TryGetValues(name, out var values) ? values : []);
}
