namespace SaaSChat.Domain.Credits;

/// <summary>Credits that are to be set aside before something is asked of a provider. The key names what is asked, such as "message:..." with its id.</summary>
public sealed record HoldOrder(string Key, long Amount, string NodeId)
{
    public string Key { get; } = CreditKey.Require(Key);
    public long Amount { get; } = Amount > 0 ? Amount : throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "Only a sum above zero can be set aside.");
}

public readonly record struct HoldAnswer(HoldOutcome Outcome, CreditHold? Hold);

public enum HoldOutcome
{
    Held,

    /// <summary>The same order was carried out before; the answer holds its hold, which may be over by now.</summary>
    AlreadyHeld,

    /// <summary>The key was used for another account or amount.</summary>
    KeyConflict,

    NotEnough,
}

public enum ExtendOutcome
{
    Extended,
    NotEnough,

    /// <summary>Settled, voided or swept: whatever it was for has to stop.</summary>
    Over,
}
