using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Brings an order, its payments and their credits to what the gateway says now: in one transaction, under the account's lock, to the same end whatever came first.</summary>
public sealed class OrderBooks(AppDbContext db, CreditLedger ledger, PromoCodes codes, PaymentNews news, PaymentMode mode)
{
    internal Task<Booking> BookAsync(OrderFacts facts, CancellationToken cancel) =>
        ledger.ChangeAsync(facts.AccountId, credits => BookAsync(credits, facts, cancel), cancel);

    /// <summary>For an order that came to nothing without the gateway's word.</summary>
    public Task<bool> EndAsync(Guid accountId, Guid orderId, OrderState state, CancellationToken cancel) => ledger.ChangeAsync(
        accountId, async credits => await EndAsync(await db.Orders.SingleAsync(o => o.Id == orderId, cancel), state, credits.At, cancel), cancel);

    private async Task<Booking> BookAsync(LockedCredits credits, OrderFacts facts, CancellationToken cancel)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == facts.OrderId, cancel);
        if (order.Looks != facts.Looks) return new(BookingOutcome.Stale);

        var customer = await db.GatewayCustomers.Where(c => c.AccountId == order.AccountId).Select(c => (string?)c.CustomerId).SingleOrDefaultAsync(cancel);
        if (facts.Checkout.IsLive != mode.IsLive) return new(BookingOutcome.Refused) { Fault = CheckoutFault.Mode };
        if (order.FaultOf(facts.Checkout, customer) is { } fault) return new(BookingOutcome.Refused) { Fault = fault };

        order.LookAt(facts.Checkout);
        var booking = new Booking(BookingOutcome.Booked);
        foreach (var paid in facts.Payments) await BookAsync(credits, order, facts.Checkout, paid, booking, cancel);
        await FollowAsync(credits, order, facts, booking, cancel);
        return booking;
    }

    private async Task BookAsync(LockedCredits credits, Order order, HostedCheckout checkout, GatewayPayment fresh, Booking booking, CancellationToken cancel)
    {
        if (await db.Payments.SingleOrDefaultAsync(p => p.GatewayId == fresh.Id, cancel) is not { } payment)
        {
            if (fresh.State != GatewayPaymentState.Paid) return;

            var isOurs = checkout.PaymentId == fresh.Id && checkout.Payment == CheckoutPayment.Paid;
            if (order.State != OrderState.Paid && !isOurs)
            {
                booking.Outcome = BookingOutcome.NotYet;
                return;
            }

            payment = order.State == OrderState.Paid ? Payment.OfExcess(order, fresh) : Payment.Of(order, fresh);
            db.Payments.Add(payment);
            if (payment.IsExcess) booking.Excess.Add(payment.GatewayId!);
            else await CreditAsync(credits, order, payment, booking, cancel);
        }

        var back = payment.SyncWith(fresh);
        if (payment.IsExcess) return;
        if (back.Minor > 0) await news.TellRefundedAsync(order, payment, back, booking, cancel);
        await FollowAsync(credits, order, payment, fresh, booking, cancel);
    }

    private async Task CreditAsync(LockedCredits credits, Order order, Payment payment, Booking booking, CancellationToken cancel)
    {
        // Its code was free again; it is used after all.
        if (order is { IsOver: true, PromoCode: { } code }) await codes.CountAsync(code, +1, cancel);
        order.Pay(credits.At);
        var (outcome, _) = await credits.GrantAsync(payment.Grant, cancel);
        if (outcome != GrantOutcome.Granted) throw new InvalidOperationException($"The credits of order {order.Id} were not given: {outcome}.");
        await news.TellPaidAsync(order, payment, booking, cancel);
    }

    // The credits follow the money: first what is taken back, then what may or may not be spent.
    private async Task FollowAsync(LockedCredits credits, Order order, Payment payment, GatewayPayment fresh, Booking booking, CancellationToken cancel)
    {
        var claw = payment.ToClaw(fresh);
        if (claw > payment.Clawed)
        {
            Require(await credits.ClawAsync(payment.CreditKey, claw, cancel), payment);
            payment.ClawTo(claw);
        }

        if (payment.TakeThaw() is { } thaw)
        {
            Require(await credits.ThawAsync(payment.CreditKey, thaw, cancel), payment);
            if (payment.Dispute is GatewayDisputeState.Won) await news.TellThawedAsync(order, payment, cancel);
        }

        if (payment.TakeFreeze() is { } freeze)
        {
            Require(await credits.FreezeAsync(payment.CreditKey, freeze, cancel), payment);
            await news.TellFrozenAsync(order, payment, cancel);
        }
    }

    private async Task FollowAsync(LockedCredits credits, Order order, OrderFacts facts, Booking booking, CancellationToken cancel)
    {
        var checkout = facts.Checkout;
        if (order.State == OrderState.Paid) return;
        switch (checkout)
        {
            case { State: CheckoutState.Complete, Payment: CheckoutPayment.NothingToPay }:
                var payment = Payment.OfNothing(order, checkout.Id, credits.At);
                db.Payments.Add(payment);
                await CreditAsync(credits, order, payment, booking, cancel);
                break;
            case { State: CheckoutState.Complete } when facts.CameToNothing:
                await EndAsync(order, OrderState.Failed, credits.At, cancel);
                break;
            case { State: CheckoutState.Complete }:
                order.Await();
                break;
            case { State: CheckoutState.Expired }:
                await EndAsync(order, OrderState.Expired, credits.At, cancel);
                break;
        }
    }

    private async Task<bool> EndAsync(Order order, OrderState state, DateTime at, CancellationToken cancel)
    {
        if (!order.TryEnd(state, at)) return false;
        if (order.PromoCode is { } code) await codes.CountAsync(code, -1, cancel);
        return true;
    }

    private static void Require(Resolution resolution, Payment payment)
    {
        if (resolution is not (Resolution.Done or Resolution.AlreadyDone)) throw new InvalidOperationException($"The credits of payment {payment.Id} did not follow it: {resolution}.");
    }
}
