namespace SaaSChat.Domain.Billing;

/// <summary>A package's price in one currency beside what the same credits cost in starter packages.</summary>
public sealed record PackagePrice(long Credits, Money Price, Money Starters)
{
    private const long Million = 1_000_000;

    public bool IsReduced => Price.Minor < Starters.Minor;

    /// <summary>Rounded down: a badge may promise less than the truth, never more.</summary>
    public int SavingPercent => (int)((Starters.Minor - Price.Minor) * 100 / Starters.Minor);

    /// <summary>Rounded up, for the same reason.</summary>
    public Money PerMillion => Price with { Minor = ((Price.Minor * Million) + Credits - 1) / Credits };
}
