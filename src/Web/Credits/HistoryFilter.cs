using System.Globalization;
using SaaSChat.Domain;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Credits;

/// <summary>Which part of the history is asked for: days as the person counts them, the last one counted in.</summary>
public sealed record HistoryFilter(DateOnly? From, DateOnly? To, CreditReason? Reason)
{
    private const string IsoDay = "yyyy-MM-dd";

    // No ledger reaches back further, and no calendar of ours reaches beyond.
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    public static readonly HistoryFilter All = new(null, null, null);

    /// <summary>Null when it cannot be read, or ends before it begins.</summary>
    public static HistoryFilter? Read(string? from, string? to, string? reason)
    {
        if (!TryDay(from, out var first) || !TryDay(to, out var last) || first > last) return null;
        if (string.IsNullOrEmpty(reason)) return new HistoryFilter(first, last, null);
        return Enum.GetNames<CreditReason>().Contains(reason, StringComparer.Ordinal) ? new HistoryFilter(first, last, Enum.Parse<CreditReason>(reason)) : null;
    }

    public IQueryable<CreditEntry> Of(IQueryable<CreditEntry> entries, TimeZoneInfo zone)
    {
        if (From is { } first) entries = entries.Since(LocalDays.StartOf(first, zone));
        if (To is { } last) entries = entries.Until(LocalDays.StartOf(last.AddDays(1), zone));
        return Reason is { } reason ? entries.Because(reason) : entries;
    }

    public IDictionary<string, string> ToRoute() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["from"] = From?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "",
        ["to"] = To?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "",
        ["reason"] = Reason?.ToString() ?? "",
    };

    private static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(typed)) return true;
        if (!DateOnly.TryParseExact(typed, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read < Earliest || read > Latest) return false;

        day = read;
        return true;
    }
}
