using System.Globalization;

namespace SaaSChat.Web.Localization;

/// <summary>Speaks one person's language for a while, whatever the thread spoke before and speaks again after.</summary>
internal readonly struct Speaking : IDisposable
{
    private readonly CultureInfo _before;
    private readonly CultureInfo _uiBefore;

    private Speaking(CultureInfo culture)
    {
        (Culture, _before, _uiBefore) = (culture, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
    }

    public CultureInfo Culture { get; }

    public static Speaking In(CultureInfo culture) => new(culture);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_before, _uiBefore);
}
