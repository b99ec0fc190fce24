using System.Globalization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web;

/// <summary>Addresses of our own that a form may name to come back to.</summary>
internal static class LocalPaths
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    public static string AfterSignIn(string? returnUrl) => string.IsNullOrEmpty(returnUrl) ? "/dashboard" : OrHome(returnUrl);

    /// <summary>The same public page in the other language; every other address has no language in it.</summary>
    public static string InLanguage(string path, CultureInfo culture)
    {
        var parts = path.Split('/', 3);
        return parts.Length > 1 && Cultures.Find(parts[1].Split('?')[0]) is { } now
            ? string.Concat("/", culture.Name, path.AsSpan(1 + now.Name.Length))
            : path;
    }

    // "//host" and "/\host" leave the site.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}
