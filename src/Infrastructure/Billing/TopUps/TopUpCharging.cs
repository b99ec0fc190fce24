using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>
/// Charges a saved card while its owner is away, if they agreed and it is time. Nothing is locked while the gateway is asked; each call carries
/// its order's key, so going on after a break-off, or on two nodes at once, charges once.
/// </summary>
public sealed class TopUpCharging(
    AppDbContext db, IPaymentGateway gateway, GatewayCustomers customers, TopUpBeginning beginning, TopUpBooks books, CheckoutOpening opening, OrderSync sync, WordOrder word, IBackgroundJobs jobs,
    ILogger<TopUpCharging> log)
{
    public async Task RunAsync(Guid accountId, CancellationToken cancel)
    {
        if (await beginning.BeginAsync(accountId, cancel) is not { } running) return;

        db.ChangeTracker.Clear();
        var (topUp, order) = (running.TopUp, running.Order);
        if (topUp.State == TopUpState.NeedsOwner) await OpenAsync(order, cancel);
        else if (await AskAsync(topUp, order, cancel) is { } payment) await FollowAsync(topUp, order, payment, cancel);
        else await TellAsync(await books.RefuseAsync(topUp, cancel));
    }

    // Null where the gateway will not ask the card at all. No answer is thrown: the same is asked again.
    private async Task<GatewayPayment?> AskAsync(TopUp topUp, Order order, CancellationToken cancel)
    {
        if (await customers.FindAsync(order.AccountId, cancel) is not { } customer) return null;
        try
        {
            if (topUp.PaymentId is { } known) return await gateway.PaymentAsync(known, cancel);
            return await gateway.ChargeAsync(new CardCharge(order.ChargeKey, order.Id, customer, topUp.CardId, new SaleLine(word(order).Name, order.Total)), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault is GatewayFault.Refused or GatewayFault.NotFound or GatewayFault.KeyReused)
        {
            log.LogWarning(e, "The card of top-up {Order} cannot be charged: {Fault} {Code}", order.Id, e.Fault, e.Code);
            return null;
        }
    }

    private async Task FollowAsync(TopUp topUp, Order order, GatewayPayment payment, CancellationToken cancel)
    {
        var wantsOwner = payment.State == GatewayPaymentState.NeedsOwner || payment.WantedOwner;

        // Nobody may pay by it any more, before anything else is offered.
        if (payment.State is GatewayPaymentState.Declined or GatewayPaymentState.NeedsOwner) payment = await gateway.CancelPaymentAsync(payment.Id, cancel);
        switch (payment.State)
        {
            case GatewayPaymentState.Paid:
                await sync.OrderAsync(order.Id, null, payment.Id, cancel);
                break;
            case GatewayPaymentState.Cancelled when wantsOwner:
                await TellAsync(await books.AskOwnerAsync(topUp, cancel));
                db.ChangeTracker.Clear();
                await OpenAsync(await db.Orders.AsNoTracking().SingleAsync(o => o.Id == order.Id, cancel), cancel);
                break;
            case GatewayPaymentState.Cancelled:
                await TellAsync(await books.DeclineAsync(topUp, cancel));
                break;
            default:
                await books.KnowAsync(topUp, payment.Id, cancel);
                break;
        }
    }

    private async Task OpenAsync(Order order, CancellationToken cancel)
    {
        if (order is { CheckoutId: null, IsOver: false }) await opening.OpenAsync(order, word(order), cancel);
    }

    private async Task TellAsync(Guid? letter)
    {
        if (letter is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
    }
}

/// <summary>Names what an order is of, in its buyer's language, and where the gateway's page leads back to.</summary>
public delegate CheckoutTexts WordOrder(Order order);
