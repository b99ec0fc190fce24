using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Localization;

/// <summary>The one place that turns numbers, money and times into what this person reads. Never for forms, addresses or files.</summary>
public sealed class Fmt(Preferences preferences, TimeProvider clock, IStringLocalizer<Text> text)
{
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public string Number(long value) => Digits(value.ToString("N0", Culture));

    public string Number(decimal value, int decimals) => Digits(value.ToString($"N{decimals}", Culture));

    /// <summary>With its sign, so that what came is told from what went: "+5", "-5".</summary>
    public string Change(long value) => value > 0 ? "+" + Number(value) : Number(value);

    public string Percent(decimal fraction, int decimals = 0) => Digits((fraction * 100m).ToString($"N{decimals}", Culture) + "%");

    public string Money(Money money) => Amount(money.Currency, money.Major, money.Currency.Exponent);

    /// <summary>A cost kept in 10^-12 dollars: whole cents, and of less than a cent its first two digits.</summary>
    public string Usd(long picodollars)
    {
        var dollars = picodollars / 1_000_000_000_000m;
        return Amount(Currency.Usd, dollars, DecimalsOf(Math.Abs(dollars)));
    }

    /// <summary>A list price, to its last decimal: $0.075 is not eight cents.</summary>
    public string UsdPrice(decimal dollars) => text["Fmt.Money.USD", Digits(dollars.ToString("#,##0.00####", Culture))];

    public string Date(DateTime utc) => Digits(Local(utc).ToString(text["Fmt.Date"], Culture));

    /// <summary>A day that is the same day everywhere, such as when a text took effect.</summary>
    public string Date(DateOnly day) => Digits(day.ToString(text["Fmt.Date"], Culture));

    /// <summary>Without the year, where many days stand side by side.</summary>
    public string ShortDate(DateOnly day) => Digits(day.ToString(text["Fmt.ShortDate"], Culture));

    /// <summary>"October 2026".</summary>
    public string Month(DateOnly day) => Digits(day.ToString(text["Fmt.Month"], Culture));

    public string Time(DateTime utc) => Digits(Local(utc).ToString("HH:mm", Culture));

    public string DateTime(DateTime utc) => text["Fmt.DateTime", Date(utc), Time(utc)];

    /// <summary>"3 minutes ago" within a day either way, the date beyond.</summary>
    public string Relative(DateTime utc)
    {
        var span = clock.UtcNow() - utc;
        var way = span < TimeSpan.Zero ? "In" : "Ago";
        return span.Duration() switch
        {
            { TotalSeconds: < 60 } => text["Fmt.Now"],
            { TotalMinutes: < 60 } d => text.Count($"Fmt.{way}.Minutes", (long)d.TotalMinutes, this),
            { TotalHours: < 24 } d => text.Count($"Fmt.{way}.Hours", (long)d.TotalHours, this),
            _ => Date(utc),
        };
    }

    /// <summary>"in 12 days", "in 5 hours".</summary>
    public string Until(DateTime utc) =>
        utc - clock.UtcNow() is { TotalHours: >= 24 } span ? text.Count("Fmt.In.Days", (long)span.TotalDays, this) : Relative(utc);

    /// <summary>"23h 2m 24s", for countdowns and waits.</summary>
    public string Duration(TimeSpan span) => TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0d, span.TotalSeconds))) switch
    {
        { TotalHours: >= 1 } left => text["Fmt.Duration.Hours", Number((long)left.TotalHours), Number(left.Minutes), Number(left.Seconds)],
        { TotalMinutes: >= 1 } left => text["Fmt.Duration.Minutes", Number(left.Minutes), Number(left.Seconds)],
        var left => text["Fmt.Duration.Seconds", Number(left.Seconds)],
    };

    /// <summary>For programs: in an element's attribute, or in a file. The same in every language.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, preferences.Zone);

    // The sign stands before the currency: -$5.00, not $-5.00.
    private string Amount(Currency currency, decimal amount, int decimals) =>
        (amount < 0m ? "-" : "") + text[$"Fmt.Money.{currency.Code}", Number(Math.Abs(amount), decimals)];

    private static int DecimalsOf(decimal dollars)
    {
        if (dollars is 0m or >= 0.01m) return 2;

        var decimals = 2;
        for (; dollars < 0.1m && decimals < 12; dollars *= 10m) decimals++;
        return decimals;
    }

    // Digits are changed for the eye only, where the person asked for it: ١٢٣ with the Arabic separators.
    private string Digits(string latin) => preferences.ArabicDigits && Culture.TwoLetterISOLanguageName == "ar"
        ? string.Concat(latin.Select(c => c switch { >= '0' and <= '9' => (char)(c - '0' + '٠'), '.' => '٫', ',' => '٬', '%' => '٪', _ => c }))
        : latin;
}
