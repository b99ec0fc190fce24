using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Simulated;

namespace SaaSChat.Web.Pages.Dev.Payments;

/// <summary>A payment, an invoice that is open or a subscription, and what can be done about it.</summary>
/// <param name="Id">The gateway's.</param>
/// <param name="Amount">Of it, or of each period.</param>
/// <param name="States">The names of the texts that say how it is.</param>
/// <param name="Acts">What can be done about it now.</param>
public sealed record PaymentRow(string Id, Money Amount, IReadOnlyList<string> States, IReadOnlyList<PaymentAct> Acts)
{
    /// <summary>Null where it is not a subscription.</summary>
    public string? PlanKey { get; init; }

    /// <param name="state">Of the simulated gateway.</param>
    /// <param name="of">Whose only; null for everybody's.</param>
    public static IReadOnlyList<PaymentRow> AllOf(SimulatedState state, string? of) =>
    [
        .. state.Subscriptions.Values.Where(s => (of ?? s.CustomerId) == s.CustomerId).Reverse().Select(Of),
        .. state.Invoices.Values.Where(i => (of ?? i.CustomerId) == i.CustomerId && i.State == GatewayInvoiceState.Open).Reverse().Select(i => new PaymentRow(i.Id, i.Total, [$"Dev.Payments.State.{i.State}"], [PaymentAct.PayInvoice])),
        .. state.Payments.Values.Where(p => (of ?? p.CustomerId) == p.CustomerId).Reverse().Select(Of),
    ];

    private static PaymentRow Of(GatewaySubscription s) =>
        new(s.Id, s.Terms.Price, [$"Dev.Payments.State.{s.State}"], s.State == GatewaySubscriptionState.Ended ? [] : [PaymentAct.Renew, PaymentAct.Decline, PaymentAct.Accept]) { PlanKey = s.Terms.PlanKey };

    private static PaymentRow Of(GatewayPayment p) => new(
        p.Id, p.Amount, p.Dispute is { } dispute ? [$"Dev.Payments.State.{p.State}", $"Admin.Payments.Dispute.{dispute.State}"] : [$"Dev.Payments.State.{p.State}"], [.. ActsOf(p)]);

    private static IEnumerable<PaymentAct> ActsOf(GatewayPayment payment)
    {
        if (payment.State == GatewayPaymentState.Pending && payment.Method is not null) return [PaymentAct.Arrive, PaymentAct.Fail];
        if (payment.State != GatewayPaymentState.Paid) return [];

        PaymentAct[] refunds = payment.Refunded.Minor < payment.Amount.Minor ? [PaymentAct.Refund, PaymentAct.RefundHalf] : [];
        return payment.Dispute is { State: GatewayDisputeState.Open } ? [.. refunds, PaymentAct.Win, PaymentAct.Lose] : [.. refunds, PaymentAct.Dispute];
    }
}

public enum PaymentAct
{
    Refund,
    RefundHalf,
    Dispute,
    Win,
    Lose,
    Arrive,
    Fail,

    /// <summary>A subscription's period ends now.</summary>
    Renew,

    /// <summary>Its card declines from now on.</summary>
    Decline,

    /// <summary>It pays again.</summary>
    Accept,
    PayInvoice,
}
