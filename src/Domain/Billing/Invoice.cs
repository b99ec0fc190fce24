using System.Globalization;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using Key = SaaSChat.Domain.Credits.CreditKey;

namespace SaaSChat.Domain.Billing;

/// <summary>
/// What a plan cost for one period, the credits that were given when it was paid, and how much of its money and of those credits went back.
/// Changed only under its account's lock.
/// </summary>
public sealed class Invoice
{
    public const int GatewayIdLength = 80;
    public const int NumberLength = 60;
    public const int PageLength = 500;

    private Invoice()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid SubscriptionId { get; private set; }
    public string GatewayId { get; private set; } = "";
    public string? Number { get; private set; }
    public GatewayInvoiceState State { get; private set; }
    public InvoiceCause Cause { get; private set; }

    /// <summary>The plan whose new period it pays for; null where it pays for none.</summary>
    public string? PlanKey { get; private set; }

    public BillingInterval? Interval { get; private set; }
    public Currency Currency { get; private set; } = Currency.Usd;
    public long TotalMinor { get; private set; }
    public DateTime From { get; private set; }
    public DateTime Until { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The gateway's own page for it.</summary>
    public string? Page { get; private set; }

    /// <summary>What was given for it.</summary>
    public long Credits { get; private set; }

    public DateTime? GrantedAt { get; private set; }
    public string? PaymentId { get; private set; }
    public string? Method { get; private set; }
    public string? Last4 { get; private set; }
    public long RefundedMinor { get; private set; }

    /// <summary>What a bank gave back.</summary>
    public long LostMinor { get; private set; }

    public long Clawed { get; private set; }
    public string? DisputeId { get; private set; }
    public GatewayDisputeState? Dispute { get; private set; }

    /// <summary>By what its credits are kept from being spent, with which freezing of them this is.</summary>
    public string? FrozenBy { get; private set; }

    public int Freezes { get; private set; }

    public Money Total => new(TotalMinor, Currency);
    public Money Refunded => new(RefundedMinor, Currency);
    public Takings Takings => new(State == GatewayInvoiceState.Paid ? Math.Max(0, TotalMinor) : 0, RefundedMinor, LostMinor);
    public string CreditKey => Key.OfInvoice(GatewayId);

    /// <summary>What can still be given back by us: not what a bank has taken.</summary>
    public long Refundable => PaymentId is null || State != GatewayInvoiceState.Paid || Dispute == GatewayDisputeState.Lost ? 0 : Math.Max(0, TotalMinor - RefundedMinor - LostMinor);

    /// <summary>Paid, for a period of a plan, and nothing was given for it yet.</summary>
    public bool IsToBeGranted => State == GatewayInvoiceState.Paid && GrantedAt is null && PlanKey is not null && Cause != InvoiceCause.Other;

    public static Invoice Of(Subscription subscription, GatewayInvoice now) => new()
    {
        Id = Ids.NewId(), AccountId = subscription.AccountId, SubscriptionId = subscription.Id, GatewayId = now.Id, Currency = now.Total.Currency,
    };

    /// <summary>Takes over what the gateway says of it now.</summary>
    public void SyncWith(GatewayInvoice now)
    {
        (State, Cause, Number, Page, PaymentId) = (now.State, now.Cause, now.Number, now.Page?.AbsoluteUri, now.PaymentId ?? PaymentId);
        (PlanKey, Interval, TotalMinor, From, Until, At) = (now.Terms?.PlanKey, now.Terms?.Interval, now.Total.Minor, now.From, now.Until, now.At);
        if (Page?.Length > PageLength) Page = null;
    }

    /// <summary>Takes over what the gateway says of its payment. What more was refunded since it was last asked is the answer.</summary>
    public Money SyncWith(GatewayPayment now)
    {
        var more = Math.Max(0, now.Refunded.Minor - RefundedMinor);
        (Method, Last4) = (now.Method ?? Method, now.Last4 ?? Last4);
        (DisputeId, Dispute) = (now.Dispute?.Id, now.Dispute?.State);
        RefundedMinor += more;
        LostMinor = LostOf(now);
        return new Money(more, Currency);
    }

    /// <summary>Once. Null where the plan gives nothing.</summary>
    public GrantOrder? Grant(long credits, DateTime at)
    {
        if (!IsToBeGranted) throw new InvalidOperationException("An invoice gives its credits once, when it is paid.");
        (Credits, GrantedAt) = (credits, at);
        return credits > 0 ? new GrantOrder(GrantSource.Plan, CreditKey, credits, Until) : null;
    }

    /// <summary>How many of the credits are to be taken back in all: the share of the money that went back, rounded up.</summary>
    public long ToClaw(GatewayPayment now)
    {
        var back = Math.Min(TotalMinor, RefundedMinor + LostOf(now));
        return back <= 0 ? 0 : (long)((((Int128)Credits * back) + TotalMinor - 1) / TotalMinor);
    }

    private static long LostOf(GatewayPayment now) => now.Dispute is { State: GatewayDisputeState.Lost } dispute ? dispute.Amount.Minor : 0;

    public void ClawTo(long total) => Clawed = Math.Max(Clawed, total);

    /// <summary>The key to thaw by, because nothing keeps its credits from being spent any more.</summary>
    public string? TakeThaw(bool isPastDue)
    {
        if (FrozenBy is not { } key || isPastDue || Dispute == GatewayDisputeState.Open) return null;
        FrozenBy = null;
        return key;
    }

    /// <summary>The key to freeze by, because its plan is past due or its payment is disputed.</summary>
    public string? TakeFreeze(bool isPastDue) => Credits == 0 || FrozenBy is not null || !(isPastDue || Dispute == GatewayDisputeState.Open)
        ? null
        : FrozenBy = Key.Require(string.Create(CultureInfo.InvariantCulture, $"plan:{GatewayId}:{++Freezes}"));
}
