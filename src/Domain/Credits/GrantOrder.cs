namespace SaaSChat.Domain.Credits;

/// <summary>Credits that are to be given. The key names the cause, such as "payment:pi_123": there is one grant for it, for ever.</summary>
public sealed record GrantOrder(GrantSource Source, string SourceKey, long Amount, DateTime? ExpiresAt = null)
{
    public string SourceKey { get; } = CreditKey.Require(SourceKey);
    public long Amount { get; } = Amount > 0 ? Amount : throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "Only a sum above zero can be given.");
}

public readonly record struct GrantAnswer(GrantOutcome Outcome, CreditGrant? Grant);

public enum GrantOutcome
{
    Granted,

    /// <summary>The same order was carried out before; the answer holds its grant.</summary>
    AlreadyGranted,

    /// <summary>The key was used for another account, source, amount or expiry.</summary>
    KeyConflict,

    /// <summary>The account would hold more than <see cref="CreditAccount.Most"/>.</summary>
    TooMuch,
}
