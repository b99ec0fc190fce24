using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Acts on one announcement: asks the gateway what is true now, books that, and marks the announcement. One that fails comes back by itself, later each time.</summary>
public sealed class EventApplication(AppDbContext db, OrderSync orders, PlanSync plans, CustomerLeaving customers, TimeProvider clock, ILogger<EventApplication> log)
{
    // From then on it is no passing trouble.
    private const int Patience = 3;

    public async Task ApplyAsync(string eventId, CancellationToken cancel)
    {
        if (await ClaimAsync(eventId, cancel) is not { } said) return;
        var (outcome, error) = await TryAsync(said, cancel);

        db.ChangeTracker.Clear();
        db.Attach(said);
        Mark(said, outcome, error);
        await db.SaveChangesAsync(cancel);
    }

    private void Mark(PaymentEvent said, BookingOutcome? outcome, Exception? error)
    {
        var now = clock.UtcNow();
        switch (outcome)
        {
            case BookingOutcome.Booked: said.End(PaymentEventState.Applied, now); break;
            case BookingOutcome.NotOurs: said.End(PaymentEventState.Ignored, now); break;
            case BookingOutcome.Refused: said.End(PaymentEventState.Refused, now, "It does not agree with the order; the log says in what."); break;
            default:
                said.Fail(now, error?.Message ?? "The checkout does not say that it is paid yet.");
                log.Log(said.Attempts < Patience ? LogLevel.Information : LogLevel.Error, error, "Event {Event}, {Type}, could not be acted on: attempt {Attempt}", said.Id, said.Type, said.Attempts);
                break;
        }
    }

    private async Task<(BookingOutcome? Outcome, Exception? Error)> TryAsync(PaymentEvent said, CancellationToken cancel)
    {
        try
        {
            return (await ApplyAsync(said, cancel), null);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return e is PaymentGatewayException { Fault: GatewayFault.NotFound } ? (BookingOutcome.NotOurs, e) : (null, e);
        }
    }

    private async Task<BookingOutcome> ApplyAsync(PaymentEvent said, CancellationToken cancel) => said.Subject switch
    {
        EventSubject.Checkout => await orders.CheckoutAsync(said.ObjectId, cancel) is not BookingOutcome.NotOurs and var booked ? booked : await plans.CheckoutAsync(said.ObjectId, cancel),
        EventSubject.Payment => await orders.PaymentAsync(said.ObjectId, cancel) is not BookingOutcome.NotOurs and var booked ? booked : await plans.PaymentAsync(said.ObjectId, cancel),
        EventSubject.Subscription => await plans.SubscriptionAsync(said.ObjectId, null, cancel),
        EventSubject.Invoice => await plans.InvoiceAsync(said.ObjectId, cancel),
        EventSubject.Customer => await customers.FollowAsync(said.ObjectId, cancel),
        _ => BookingOutcome.NotOurs,
    };

    // Null where it is not due, or somebody else acts on it.
    private Task<PaymentEvent?> ClaimAsync(string eventId, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var lease = now + PaymentEvent.Lease;
        return db.WriteAsync(async () => await db.PaymentEvents.Where(e => e.Id == eventId && e.NextAttemptAt <= now)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.NextAttemptAt, lease), cancel) == 1
                ? await db.PaymentEvents.AsNoTracking().SingleAsync(e => e.Id == eventId, cancel)
                : null, cancel);
    }
}
