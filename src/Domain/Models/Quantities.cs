namespace SaaSChat.Domain.Models;

/// <summary>How much of each kind one call used, or is expected to use.</summary>
public sealed class Quantities
{
    /// <summary>More than any call can use; beyond it a report is not believed.</summary>
    public const long Most = 1_000_000_000_000_000;

    public static readonly Quantities None = new([]);

    private readonly SortedList<UsageKind, long> _counts;

    private Quantities(SortedList<UsageKind, long> counts) => _counts = counts;

    public IReadOnlyDictionary<UsageKind, long> Counts => _counts;

    public long this[UsageKind kind] => _counts.GetValueOrDefault(kind);

    /// <summary>All of the model's tokens, in and out, cached ones included.</summary>
    public long Tokens => _counts.Where(c => c.Key.IsToken()).Sum(c => c.Value);

    public long PromptTokens => _counts.Where(c => c.Key.IsPrompt()).Sum(c => c.Value);

    public long OutputTokens => Tokens - PromptTokens;

    public bool IsNothing => _counts.Count == 0;

    /// <summary>Null when a count is negative or beyond belief; a kind that is named twice adds up.</summary>
    public static Quantities? From(params IEnumerable<(UsageKind Kind, long Count)> counts)
    {
        var sums = new SortedList<UsageKind, long>();
        foreach (var (kind, count) in counts)
        {
            if (count is < 0 or > Most) return null;
            if (count > 0) sums[kind] = sums.GetValueOrDefault(kind) + count;
        }

        return sums.Values.Sum(count => (decimal)count) <= Most ? new Quantities(sums) : null;
    }

    public static Quantities Of(params IEnumerable<(UsageKind Kind, long Count)> counts) =>
        From(counts) ?? throw new ArgumentOutOfRangeException(nameof(counts), "No call uses less than nothing or that much.");
}
