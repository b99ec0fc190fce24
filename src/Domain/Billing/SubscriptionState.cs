namespace SaaSChat.Domain.Billing;

public enum SubscriptionState
{
    /// <summary>Written down; whether its checkout is open is not known yet.</summary>
    Placed,

    /// <summary>Its first payment is waited for.</summary>
    Open,
    Active,

    /// <summary>An invoice is due and its card refuses: what it gave is frozen.</summary>
    PastDue,
    Ended,

    /// <summary>Its checkout was never paid.</summary>
    Expired,

    /// <summary>Its checkout could not be opened.</summary>
    Failed,
}

/// <summary>What the gateway's news mean to whoever subscribed.</summary>
public enum SubscriptionTurn
{
    None,
    Began,
    Changed,

    /// <summary>Its card refused.</summary>
    FellDue,
    Ended,
}
