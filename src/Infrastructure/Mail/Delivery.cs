namespace SaaSChat.Infrastructure.Mail;

/// <summary>What became of a letter that was handed over, and why not if it was not taken.</summary>
public readonly record struct Delivery(DeliveryOutcome Outcome, string Reason)
{
    public static readonly Delivery Taken = new(DeliveryOutcome.Taken, "");

    public static Delivery Deferred(string reason) => new(DeliveryOutcome.Deferred, reason);

    public static Delivery Unavailable(string reason) => new(DeliveryOutcome.Unavailable, reason);

    public static Delivery Refused(string reason) => new(DeliveryOutcome.Refused, reason);
}

public enum DeliveryOutcome
{
    Taken,

    /// <summary>This letter not now.</summary>
    Deferred,

    /// <summary>No letter now.</summary>
    Unavailable,

    /// <summary>This letter never.</summary>
    Refused,
}
