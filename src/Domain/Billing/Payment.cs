using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using Key = SaaSChat.Domain.Credits.CreditKey;

namespace SaaSChat.Domain.Billing;

/// <summary>Money that came for an order, or nothing where nothing was to be paid, and how much of it and of its credits went back. Changed only under its account's lock.</summary>
public sealed class Payment
{
    public const int GatewayIdLength = 90;
    public const int WordLength = 40;

    private Payment()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid OrderId { get; private set; }

    /// <summary>The gateway's; null for an order that cost nothing.</summary>
    public string? GatewayId { get; private set; }

    /// <summary>Names the one grant that it is credited by.</summary>
    public string CreditKey { get; private set; } = "";

    /// <summary>0 for a second payment of one order: that one is given back.</summary>
    public long Credits { get; private set; }

    public Currency Currency { get; private set; } = Currency.Usd;
    public long AmountMinor { get; private set; }
    public long RefundedMinor { get; private set; }
    public long Clawed { get; private set; }
    public string? Method { get; private set; }
    public string? Last4 { get; private set; }
    public string? DisputeId { get; private set; }
    public GatewayDisputeState? Dispute { get; private set; }

    /// <summary>What banks gave back, and by which dispute the last of it.</summary>
    public long LostMinor { get; private set; }

    public string? LostBy { get; private set; }

    /// <summary>The dispute that keeps its credits from being spent, with which freezing of it this is.</summary>
    public string? FrozenBy { get; private set; }

    public int Freezes { get; private set; }
    public DateTime PaidAt { get; private set; }

    public Money Amount => new(AmountMinor, Currency);
    public Money Refunded => new(RefundedMinor, Currency);
    public Takings Takings => new(AmountMinor, RefundedMinor, LostMinor);
    public bool IsExcess => Credits == 0;

    /// <summary>What can still be given back by us: not what a bank has taken.</summary>
    public long Refundable => Dispute == GatewayDisputeState.Lost ? 0 : Math.Max(0, AmountMinor - RefundedMinor - LostMinor);

    public PaymentState State => Dispute switch
    {
        GatewayDisputeState.Open => PaymentState.Disputed,
        GatewayDisputeState.Lost => PaymentState.Lost,
        _ when RefundedMinor == 0 => PaymentState.Paid,
        _ => RefundedMinor < AmountMinor ? PaymentState.PartlyRefunded : PaymentState.Refunded,
    };

    public GrantOrder Grant => new(GrantSource.Purchase, CreditKey, Credits);

    public static Payment Of(Order order, GatewayPayment paid) => new()
    {
        Id = Ids.NewId(), AccountId = order.AccountId, OrderId = order.Id, GatewayId = paid.Id, CreditKey = KeyOf(paid.Id), Credits = order.Credits,
        Currency = paid.Amount.Currency, AmountMinor = paid.Amount.Minor, PaidAt = paid.At,
    };

    /// <summary>Money for an order that was paid before.</summary>
    public static Payment OfExcess(Order order, GatewayPayment paid)
    {
        var payment = Of(order, paid);
        payment.Credits = 0;
        return payment;
    }

    /// <summary>A discount took the whole price.</summary>
    public static Payment OfNothing(Order order, string checkoutId, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = order.AccountId, OrderId = order.Id, CreditKey = KeyOfCheckout(checkoutId), Credits = order.Credits, Currency = order.Currency, PaidAt = at,
    };

    public static string KeyOf(string gatewayId) => Key.Require($"payment:{gatewayId}");

    /// <summary>Takes over what the gateway says now. What more was refunded since it was last asked is the answer.</summary>
    public Money SyncWith(GatewayPayment now)
    {
        var more = Math.Max(0, now.Refunded.Minor - RefundedMinor);
        (Method, Last4) = (now.Method ?? Method, now.Last4 ?? Last4);
        (DisputeId, Dispute) = (now.Dispute?.Id, now.Dispute?.State);
        RefundedMinor += more;
        FollowDispute(now.Dispute);
        return new Money(more, Currency);
    }

    /// <summary>How many of the credits are to be taken back in all: the share of the money that went back, rounded up.</summary>
    public long ToClaw()
    {
        var back = Math.Min(AmountMinor, RefundedMinor + LostMinor);
        return back <= 0 ? 0 : (long)((((Int128)Credits * back) + AmountMinor - 1) / AmountMinor);
    }

    public void ClawTo(long total) => Clawed = total;

    /// <summary>The key to thaw by, because no dispute or another one is open now.</summary>
    public string? TakeThaw()
    {
        if (FrozenBy is not { } key || IsFrozenByNow(key)) return null;
        FrozenBy = null;
        return key;
    }

    /// <summary>The key to freeze by, because a dispute is open.</summary>
    public string? TakeFreeze() =>
        Dispute != GatewayDisputeState.Open || FrozenBy is not null ? null : FrozenBy = Key.Require($"dispute:{DisputeId}:{++Freezes}");

    // Only the dispute that took the money can bring it back.
    private void FollowDispute(GatewayDispute? dispute)
    {
        if (dispute is { State: GatewayDisputeState.Lost } lost && LostBy != lost.Id) (LostMinor, LostBy) = (LostMinor + lost.Amount.Minor, lost.Id);
        else if (dispute is { State: GatewayDisputeState.Won } won && LostBy == won.Id) (LostMinor, LostBy) = (LostMinor - Math.Min(LostMinor, won.Amount.Minor), null);
    }

    private bool IsFrozenByNow(string key) => Dispute == GatewayDisputeState.Open && key.StartsWith($"dispute:{DisputeId}:", StringComparison.Ordinal);

    private static string KeyOfCheckout(string checkoutId) => Key.Require($"checkout:{checkoutId}");
}

public enum PaymentState
{
    Paid,
    PartlyRefunded,
    Refunded,
    Disputed,

    /// <summary>The bank gave the money back.</summary>
    Lost,
}
