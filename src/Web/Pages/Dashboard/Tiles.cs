using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Pages.Dashboard;

/// <summary>One look at everything that a person has here.</summary>
public sealed record Tiles(WalletCard Wallet, Spark Spark, IReadOnlyList<LimitTile> Limits, int Keys, IReadOnlyList<TileLink> Assistants, IReadOnlyList<TileLink> Prompts);

public sealed record TileLink(string Path, string Name);

/// <summary>Credits of the latest days as bars of up to forty units.</summary>
public sealed record Spark(long Sum, IReadOnlyList<int> Bars)
{
    private const int Height = 40;

    public static Spark Of(DayRange days, IReadOnlyDictionary<DateOnly, long> credits)
    {
        var most = Math.Max(1, credits.Values.DefaultIfEmpty().Max());
        var bars = Enumerable.Range(0, days.Days).Select(i => (int)((Int128)credits.GetValueOrDefault(days.From.AddDays(i)) * Height / most));
        return new(credits.Values.Sum(), [.. bars]);
    }
}

public sealed record LimitTile(LimitKind Kind, int Percent, int WarnAt, DateTime ResetsAt)
{
    public static IReadOnlyList<LimitTile> Of(LimitsStanding? standing) => standing is null ? [] :
    [
        .. LimitKinds.All.Where(kind => standing.InForce.Values[kind] is not null).Select(kind =>
        {
            var (limit, period) = (standing.InForce.Values[kind]!.Value, standing.PeriodOf(kind));
            var percent = limit == 0 ? 100 : (int)Int128.Min((Int128)period.Used(kind) * 100 / limit, 100);
            return new LimitTile(kind, percent, standing.InForce.WarnAt, period.EndsAt);
        }),
    ];
}
