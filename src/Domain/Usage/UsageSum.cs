namespace SaaSChat.Domain.Usage;

/// <summary>What was used, added up. The cost is in picodollars, without the margin.</summary>
public sealed record UsageSum(long InputTokens, long ReadTokens, long WriteTokens, long OutputTokens, long Cost, long Credits, long Operations)
{
    public static readonly UsageSum None = new(0, 0, 0, 0, 0, 0, 0);

    public long Tokens => InputTokens + ReadTokens + WriteTokens + OutputTokens;

    public static UsageSum Of(IEnumerable<UsageSum> sums) => sums.Aggregate(None, (a, b) => a.With(b));

    public UsageSum With(UsageSum other) => new(
        InputTokens + other.InputTokens, ReadTokens + other.ReadTokens, WriteTokens + other.WriteTokens, OutputTokens + other.OutputTokens,
        Cost + other.Cost, Credits + other.Credits, Operations + other.Operations);
}
