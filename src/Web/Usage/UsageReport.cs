using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Usage;

/// <summary>What was used in a range, added up in each way that the page shows.</summary>
/// <param name="Before">In as many days just before; null where there are none.</param>
public sealed record UsageReport(
    DayRange Days, UsageSum Total, UsageSum? Before, IReadOnlyList<UsageShare> Models, IReadOnlyList<UsageShare> Sources, IReadOnlyList<UsageShare> Keys, UsageBars Bars)
{
    public static UsageReport Of(UsageRange range, IReadOnlyList<UsageSlice> slices, UsageNames names)
    {
        var from = range.From ?? slices.Select(s => (DateOnly?)s.Day).Min() ?? range.To;
        var days = new DayRange(from, range.To);
        var within = slices.Where(s => days.Contains(s.Day)).ToList();
        var models = Shares(within, s => s.ModelKey, names.Model);
        return new(
            days, Sum(within), range.Before is { } before ? Sum(slices.Where(s => before.Contains(s.Day))) : null,
            models, Shares(within, s => s.Source, names.Source), Shares(within, s => s.KeyId, names.Key), UsageBars.Of(days, within, names.Model));
    }

    private static List<UsageShare> Shares<T>(IEnumerable<UsageSlice> slices, Func<UsageSlice, T> by, Func<T, string> name) =>
        [.. slices.GroupBy(by).Select(g => new UsageShare(name(g.Key), Sum(g))).OrderByDescending(s => s.Sum.Credits).ThenBy(s => s.Name, StringComparer.Ordinal)];

    private static UsageSum Sum(IEnumerable<UsageSlice> slices) => UsageSum.Of(slices.Select(s => s.Sum));
}

/// <summary>What one model, purpose or key has of it.</summary>
public sealed record UsageShare(string Name, UsageSum Sum);

/// <summary>How models, purposes and keys are called on a page.</summary>
public sealed record UsageNames(Func<string, string> Model, Func<UsageSource, string> Source, Func<Guid, string> Key);
