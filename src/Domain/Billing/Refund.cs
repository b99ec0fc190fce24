namespace SaaSChat.Domain.Billing;

/// <summary>Money that an admin gives back: written down before the gateway is asked, and asked for by one key until it answers.</summary>
public sealed class Refund
{
    private Refund()
    {
    }

    /// <summary>Made with the form: pressing twice is one refund.</summary>
    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }
    public Guid PaymentId { get; private set; }
    public Guid ActorId { get; private set; }
    public long AmountMinor { get; private set; }
    public RefundState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public string Key => $"refund:{Id:N}";

    public static Refund Ask(Guid id, Payment payment, long minor, Guid actorId, DateTime at) => new()
    {
        Id = id, AccountId = payment.AccountId, PaymentId = payment.Id, ActorId = actorId, AmountMinor = minor, AskedAt = at,
    };
}

public enum RefundState
{
    /// <summary>Whether it was done is not known yet.</summary>
    Asked,
    Done,

    /// <summary>The gateway will not do it.</summary>
    Refused,
}
