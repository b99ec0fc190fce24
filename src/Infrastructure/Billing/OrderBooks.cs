using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Brings an order, its payments and their credits to what the gateway says now: in one transaction, under the account's lock, to the same end whatever came first.</summary>
public sealed class OrderBooks(AppDbContext db, CreditLedger ledger, PromoCodes codes, PaymentNews news, TopUpBooks topUps, PaymentMode mode)
{
    internal Task<Booking> BookAsync(OrderFacts facts, CancellationToken cancel) =>
        ledger.ChangeAsync(facts.AccountId, credits => BookAsync(credits, facts, cancel), cancel);

    /// <summary>For an order that came to nothing without the gateway's word.</summary>
    public Task<bool> EndAsync(Guid accountId, Guid orderId, OrderState state, CancellationToken cancel) => ledger.ChangeAsync(
        accountId, async credits => await EndAsync(credits, await db.Orders.SingleAsync(o => o.Id == orderId, cancel), state, cancel), cancel);

    private async Task<Booking> BookAsync(LockedCredits credits, OrderFacts facts, CancellationToken cancel)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == facts.OrderId, cancel);
        if (order.Looks != facts.Looks) return new(BookingOutcome.Stale);

        var customer = await db.GatewayCustomers.Where(c => c.AccountId == order.AccountId).Select(c => (string?)c.CustomerId).SingleOrDefaultAsync(cancel);
        if (facts.IsLive != mode.IsLive) return new(BookingOutcome.Refused) { Fault = CheckoutFault.Mode };
        if (FaultOf(order, facts, customer) is { } fault) return new(BookingOutcome.Refused) { Fault = fault };

        order.LookAt(facts.Checkout);
        var booking = new Booking(BookingOutcome.Booked);
        foreach (var paid in facts.Payments) await BookAsync(credits, order, facts.Checkout, paid, booking, cancel);
        await FollowAsync(credits, order, facts, booking, cancel);
        return booking;
    }

    // Without a checkout the charges must agree by themselves.
    private static CheckoutFault? FaultOf(Order order, OrderFacts facts, string? customer) => facts.Checkout is { } checkout
        ? order.FaultOf(checkout, customer)
        : facts.Payments.Select(p => order.FaultOf(p, customer)).FirstOrDefault(fault => fault is not null);

    private async Task BookAsync(LockedCredits credits, Order order, HostedCheckout? checkout, GatewayPayment fresh, Booking booking, CancellationToken cancel)
    {
        if (await db.Payments.SingleOrDefaultAsync(p => p.GatewayId == fresh.Id, cancel) is not { } payment)
        {
            if (fresh.State != GatewayPaymentState.Paid) return;

            var isOurs = checkout is null || (checkout.PaymentId == fresh.Id && checkout.Payment == CheckoutPayment.Paid) || IsCharge(order, checkout, fresh);
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

        var before = db.Entry(payment).State == EntityState.Added ? default : payment.Takings;
        var back = payment.SyncWith(fresh);
        Revenues.Add(credits, new(payment.Currency, RevenueKind.Package, order.PackageKey), payment.Takings - before);
        if (payment.IsExcess) return;
        if (back.Minor > 0) await news.TellRefundedAsync(order, payment, back, booking, cancel);
        await FollowAsync(credits, order, payment, cancel);
    }

    private async Task CreditAsync(LockedCredits credits, Order order, Payment payment, Booking booking, CancellationToken cancel)
    {
        // Its code was free again; it is used after all.
        if (order is { IsOver: true, PromoCode: { } code }) await codes.CountAsync(code, +1, cancel);
        order.Pay(credits.At);
        var (outcome, _) = await credits.GrantAsync(payment.Grant, cancel);
        if (outcome != GrantOutcome.Granted) throw new InvalidOperationException($"The credits of order {order.Id} were not given: {outcome}.");
        if (order.IsTopUp) await topUps.SucceedAsync(order.Id, credits.At, cancel);
        await news.TellPaidAsync(order, payment, booking, cancel);
    }

    // The card was charged after all, although its owner was already asked for a page of the gateway's.
    private static bool IsCharge(Order order, HostedCheckout checkout, GatewayPayment fresh) => order.IsTopUp && checkout.PaymentId != fresh.Id && order.FaultOf(fresh, checkout.CustomerId) is null;

    // The credits follow the money: first what is taken back, then what may or may not be spent.
    private async Task FollowAsync(LockedCredits credits, Order order, Payment payment, CancellationToken cancel)
    {
        var claw = payment.ToClaw();
        if (claw != payment.Clawed)
        {
            Require(claw > payment.Clawed ? await credits.ClawAsync(payment.CreditKey, claw, cancel) : await credits.UnclawAsync(payment.CreditKey, claw, cancel), payment);
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
        if (order.State == OrderState.Paid) return;
        switch (facts.Checkout)
        {
            case { State: CheckoutState.Complete, Payment: CheckoutPayment.NothingToPay } free:
                var payment = Payment.OfNothing(order, free.Id, credits.At);
                db.Payments.Add(payment);
                await CreditAsync(credits, order, payment, booking, cancel);
                break;
            case { State: CheckoutState.Complete } when facts.CameToNothing:
                await EndAsync(credits, order, OrderState.Failed, cancel);
                break;
            case { State: CheckoutState.Complete }:
                order.Await();
                break;
            case { State: CheckoutState.Expired }:
                await EndAsync(credits, order, OrderState.Expired, cancel);
                break;
        }
    }

    private async Task<bool> EndAsync(LockedCredits credits, Order order, OrderState state, CancellationToken cancel)
    {
        if (!order.TryEnd(state, credits.At)) return false;
        if (order.PromoCode is { } code) await codes.CountAsync(code, -1, cancel);
        if (order.IsTopUp) await topUps.LapseAsync(credits, order, cancel);
        return true;
    }

    private static void Require(Resolution resolution, Payment payment)
    {
        if (resolution is not (Resolution.Done or Resolution.AlreadyDone)) throw new InvalidOperationException($"The credits of payment {payment.Id} did not follow it: {resolution}.");
    }
}
