using System.Globalization;

namespace SaaSChat.Web.Pages.Dev;

/// <summary>Part of a page in another language than the rest of it.</summary>
internal sealed class SpokenCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public SpokenCulture(CultureInfo culture) => Speak(culture);

    public void Dispose() => Speak(_before);

    private static void Speak(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
}
