using System.Globalization;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Localization;

/// <summary>How this visitor wants to see the site, from cookies.</summary>
public sealed class Preferences(IHttpContextAccessor http, IWebHostEnvironment environment)
{
    public const string DefaultTheme = "auto";
    public const string LatinDigitsName = "latn";
    public const string ArabicDigitsName = "arab";

    public static readonly IReadOnlyList<string> Themes = [DefaultTheme, "light", "dark"];

    private const int MostPutAway = 20;

    // Outside Development the __Host- prefix keeps other hosts of the domain from setting them.
    private readonly string _prefix = environment.IsDevelopment() ? "" : "__Host-";

    public string LanguageCookie => _prefix + "lang";
    public string ThemeCookie => _prefix + "theme";
    public string ZoneCookie => _prefix + "tz";
    public string DigitsCookie => _prefix + "digits";
    public string FontCookie => _prefix + "f";

    public string PutAwayCookie => _prefix + "away";

    public CultureInfo? Language => Cultures.Find(Cookie(LanguageCookie));
    public string Theme => KnownTheme(Cookie(ThemeCookie)) ?? DefaultTheme;
    public bool ArabicDigits => Cookie(DigitsCookie) == ArabicDigitsName;
    public bool HasZone => Cookie(ZoneCookie) is { Length: > 0 };
    public bool HasFonts => Cookie(FontCookie) == "1";

    public TimeZoneInfo Zone =>
        Cookie(ZoneCookie) is { Length: > 0 and < 64 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The announcements that were put away.</summary>
    public IReadOnlyList<Guid> PutAway =>
        [.. (Cookie(PutAwayCookie) ?? "").Split('.').Take(MostPutAway).Select(id => Guid.TryParseExact(id, "N", out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>What becomes a new account's own.</summary>
    public ViewPreferences Now => new(CultureInfo.CurrentUICulture.Name, Zone.Id, Theme, ArabicDigits);

    public static string? KnownTheme(string? theme) => Themes.Contains(theme, StringComparer.Ordinal) ? theme : null;

    public void Remember(ViewPreferences view)
    {
        Remember(LanguageCookie, view.Language);
        Remember(ZoneCookie, view.TimeZone);
        Remember(ThemeCookie, view.Theme);
        Remember(DigitsCookie, view.ArabicDigits ? ArabicDigitsName : LatinDigitsName);
    }

    public void PutAwayToo(Guid announcement) =>
        Remember(PutAwayCookie, string.Join('.', PutAway.Where(id => id != announcement).Prepend(announcement).Take(MostPutAway).Select(id => $"{id:N}")));

    public void Remember(string cookie, string value) =>
        http.HttpContext!.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.HttpContext.Request.IsHttps || !environment.IsDevelopment(),
            Path = "/",
        });

    private string? Cookie(string name) => http.HttpContext?.Request.Cookies[name];
}
