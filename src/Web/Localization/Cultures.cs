using System.Globalization;

namespace SaaSChat.Web.Localization;

/// <summary>The two languages. Names of days and months are the platform's; numbers and the calendar are ours, alike on every machine.</summary>
public static class Cultures
{
    public static readonly CultureInfo English = Make("en");
    public static readonly CultureInfo Arabic = Make("ar");
    public static readonly IReadOnlyList<CultureInfo> All = [English, Arabic];

    public static CultureInfo? Find(string? name) => All.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    // The platform's "ar" writes Arabic separators, marks of direction before a minus and, in some regions, another calendar:
    // none of that may reach a form, an address or a file.
    private static CultureInfo Make(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return CultureInfo.ReadOnly(culture);
    }
}
