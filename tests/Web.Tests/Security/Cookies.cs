namespace SaaSChat.Web.Tests.Security;

internal static class Cookies
{
    public static IEnumerable<string> Of(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    public static bool IsGuarded(string cookie) => Has(cookie, "httponly") && (Has(cookie, "samesite=lax") || Has(cookie, "samesite=strict"));

    public static bool IsBoundToHost(string cookie) =>
        cookie.StartsWith("__Host-", StringComparison.Ordinal) && Has(cookie, "secure") && Has(cookie, "path=/") && !cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase);

    private static bool Has(string cookie, string attribute) =>
        cookie.Split(';', StringSplitOptions.TrimEntries).Contains(attribute, StringComparer.OrdinalIgnoreCase);
}
