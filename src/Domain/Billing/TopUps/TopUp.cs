namespace SaaSChat.Domain.Billing.TopUps;

/// <summary>One charge of a saved card, from before the gateway is asked to its end. An account has one at a time: the database sees to it.</summary>
public sealed class TopUp
{
    /// <summary>How long its owner has to pay on the gateway's page.</summary>
    public static readonly TimeSpan OwnersTime = TimeSpan.FromHours(23);

    private TopUp()
    {
    }

    public Guid OrderId { get; private set; }
    public Guid AccountId { get; private set; }
    public string CardId { get; private set; } = "";

    /// <summary>The gateway's, once it has said so.</summary>
    public string? PaymentId { get; private set; }

    public TopUpState State { get; private set; }
    public DateTime BegunAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public static TopUp Begin(Order order, string cardId, DateTime at) => new() { OrderId = order.Id, AccountId = order.AccountId, CardId = cardId, BegunAt = at };

    public void Know(string paymentId) => PaymentId = paymentId;

    /// <summary>False when it was asked before, or is over.</summary>
    public bool TryAskOwner()
    {
        if (State != TopUpState.Begun) return false;
        State = TopUpState.NeedsOwner;
        return true;
    }

    /// <summary>A payment counts whenever it comes.</summary>
    public bool TryEnd(TopUpState state, DateTime at)
    {
        if (State == TopUpState.Paid || (EndedAt is not null && state != TopUpState.Paid)) return false;
        (State, EndedAt) = (state, EndedAt ?? at);
        return true;
    }
}

public enum TopUpState
{
    /// <summary>Written down; the card is being asked.</summary>
    Begun,

    /// <summary>The card wants to see its owner, who has been written to.</summary>
    NeedsOwner,
    Paid,
    Declined,

    /// <summary>Its owner did not pay in time.</summary>
    Expired,

    /// <summary>The gateway would not ask the card.</summary>
    Refused,
}
