namespace SaaSChat.Web.Credits;

/// <summary>The wallet as a person reads it.</summary>
public sealed record WalletCard(long Spendable, AllowanceMeter? Allowance, ClaimOffer? Claim);

/// <summary>How much of this cycle's credits is used up, and when the next cycle begins.</summary>
public sealed record AllowanceMeter(long Used, long Amount, DateTime ResetsAt)
{
    public long Left => Amount - Used;

    public decimal Share => (decimal)Used / Amount;

    public AllowanceLevel Level => Used >= Amount ? AllowanceLevel.UsedUp : Share >= 0.8m ? AllowanceLevel.Low : AllowanceLevel.Plenty;
}

public enum AllowanceLevel
{
    Plenty,
    Low,
    UsedUp,
}

/// <summary>The claim that this person may make, at once or after a wait.</summary>
public sealed record ClaimOffer(long Amount, DateTime NextAt, TimeSpan Wait)
{
    public bool IsReady => Wait <= TimeSpan.Zero;
}
