using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Billing;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>How the business does in days of the site's, which are UTC, beside as many days before. Money stays in its currency, in minor units.</summary>
public sealed record Overview(
    DayRange Days, DateOnly Today, IReadOnlyList<RevenueRow> Revenue, IReadOnlyList<RecurringPlan> Recurring, IReadOnlyList<UseRow> Use, IReadOnlyList<SpeedRow> Speed,
    IReadOnlyList<GrantRow> Grants, PeopleCount People, PlatformState State, PlatformStock Stock)
{
    public IReadOnlyList<Currency> Currencies { get; } =
        [.. Revenue.Select(r => r.Sale.Currency).Concat(Recurring.Select(r => r.Currency)).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal)];

    public DateOnly Month => new(Today.Year, Today.Month, 1);

    public UsageSum Used => UsedIn(Days);

    public UsageSum UsedIn(DayRange days) => UsageSum.Of(Use.Where(u => days.Contains(u.Day)).Select(u => u.Sum));

    public Takings Takings(Currency currency, DayRange days) =>
        Sum(Revenue.Where(r => r.Sale.Currency == currency && days.Contains(r.Day)));

    /// <summary>By package and plan, within the days.</summary>
    public IReadOnlyList<(Sale Sale, Takings Takings)> Sales =>
        [.. Revenue.Where(r => Days.Contains(r.Day)).GroupBy(r => r.Sale).Select(g => (g.Key, Sum(g)))
            .OrderBy(s => s.Key.Currency.Code, StringComparer.Ordinal).ThenBy(s => s.Key.Kind).ThenByDescending(s => s.Item2.Paid).ThenBy(s => s.Key.Item, StringComparer.Ordinal)];

    public SpeedRow SpeedIn(bool now) => Speed.Where(s => s.IsNow == now).Aggregate(SpeedRow.None, (sum, row) => sum.With(row));

    public (long Credits, long Sold) Given(bool now)
    {
        var rows = Grants.Where(g => g.IsNow == now).ToList();
        return (rows.Sum(g => g.Credits), rows.Sum(g => g.Sold));
    }

    private static Takings Sum(IEnumerable<RevenueRow> rows) => rows.Aggregate(default(Takings), (sum, row) => sum + row.Takings);
}

public sealed record RevenueRow(DateOnly Day, Sale Sale, Takings Takings);

public sealed record UseRow(DateOnly Day, string ModelKey, UsageSum Sum);

/// <param name="IsNow">Of the days that are asked about, rather than of those before.</param>
/// <param name="Took">Until whole answers were there.</param>
/// <param name="First">Until their first word was.</param>
public sealed record SpeedRow(string ModelKey, bool IsNow, long Calls, long Failed, Latency Took, Latency First)
{
    private static readonly Latency Nothing = new(new long[Latency.Places]);

    public static readonly SpeedRow None = new("", true, 0, 0, Nothing, Nothing);

    public decimal ErrorRate => Calls == 0 ? 0 : (decimal)Failed / Calls;

    public SpeedRow With(SpeedRow other) => new(other.ModelKey, other.IsNow, Calls + other.Calls, Failed + other.Failed, Took.With(other.Took), First.With(other.First));
}

public sealed record GrantRow(GrantSource Source, bool IsNow, long Credits, long Sold);

/// <param name="Active">Who was seen since the first of the days.</param>
public sealed record PeopleCount(long Joined, long JoinedBefore, long Active);

/// <summary>What somebody should look at now.</summary>
public sealed record PlatformState(long GivenUpJobs, long Bans, long OpenDisputes, IReadOnlyList<string> FailingProviders);

/// <summary>What there is in all, as of a moment ago: adding it up takes longer the more people there are.</summary>
/// <param name="Outstanding">Credits that people have and may spend.</param>
public sealed record PlatformStock(long People, long Admins, long Outstanding, long Held, long Debt, DateTime At);

public sealed class PlatformStocks(TimeProvider clock) : RecentAnswers<Type, PlatformStock>(clock)
{
    protected override TimeSpan Kept => TimeSpan.FromMinutes(1);
}
