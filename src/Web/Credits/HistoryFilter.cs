using SaaSChat.Domain;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Credits;

/// <summary>Which part of the history is asked for: days as the person counts them, the last one counted in.</summary>
public sealed record HistoryFilter(DateOnly? From, DateOnly? To, CreditReason? Reason)
{
    public static readonly HistoryFilter All = new(null, null, null);

    /// <summary>Null when it cannot be read, or ends before it begins.</summary>
    public static HistoryFilter? Read(string? from, string? to, string? reason)
    {
        if (!TypedDays.TryRead(from, out var first) || !TypedDays.TryRead(to, out var last) || first > last) return null;
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
        ["from"] = TypedDays.Written(From),
        ["to"] = TypedDays.Written(To),
        ["reason"] = Reason?.ToString() ?? "",
    };
}
