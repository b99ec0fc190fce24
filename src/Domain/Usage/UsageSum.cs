namespace SaaSChat.Domain.Usage;

/// <summary>What was used, added up. The cost is in picodollars, without the margin.</summary>
public sealed record UsageSum(long InputTokens, long ReadTokens, long WriteTokens, long OutputTokens, long Cost, long Credits, long Operations)
{
    private const long PerCredit = 1_000_000;

    public static readonly UsageSum None = new(0, 0, 0, 0, 0, 0, 0);

    public long Tokens => InputTokens + ReadTokens + WriteTokens + OutputTokens;

    /// <summary>What its credits are worth, in picodollars: a credit is a millionth of a dollar.</summary>
    public long Charged => Credits > long.MaxValue / PerCredit ? long.MaxValue : Credits * PerCredit;

    public static UsageSum Of(IEnumerable<UsageSum> sums) => sums.Aggregate(None, (a, b) => a.With(b));

    public UsageSum With(UsageSum other) => new(
        InputTokens + other.InputTokens, ReadTokens + other.ReadTokens, WriteTokens + other.WriteTokens, OutputTokens + other.OutputTokens,
        Cost + other.Cost, Credits + other.Credits, Operations + other.Operations);
}
