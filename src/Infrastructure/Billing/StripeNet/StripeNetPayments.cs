using global::Stripe;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Payments: taken, given back, and as they are now.</summary>
internal sealed class StripeNetPayments(StripeNetCalls calls) : IStripePayments
{
    private readonly PaymentIntentService _intents = new(calls.Client);
    private readonly RefundService _refunds = new(calls.Client);
    private readonly DisputeService _disputes = new(calls.Client);

    public async Task<GatewayPayment> FindAsync(string id, CancellationToken cancel)
    {
        var with = new PaymentIntentGetOptions();
        with.AddExpand("latest_charge");
        var intent = await calls.AskAsync(c => _intents.GetAsync(id, with, null, c), cancel);
        if (intent.LatestCharge is not { Disputed: true }) return StripeNetReading.Payment(intent);

        var disputes = await calls.AskAsync(c => _disputes.ListAsync(new DisputeListOptions { PaymentIntent = id, Limit = 1 }, null, c), cancel);
        return StripeNetReading.Payment(intent) with { Dispute = disputes.Data.Count > 0 ? StripeNetReading.Dispute(disputes.Data[0]) : null };
    }

    public async Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel)
    {
        // Stripe forgets a key after about a day; what was made by it says so for ever.
        var made = await calls.AskAsync(c => _intents.ListAsync(new PaymentIntentListOptions { Customer = charge.CustomerId, Limit = 100 }, null, c), cancel);
        var id = made.Data.Find(m => m.Metadata?.GetValueOrDefault(StripePayments.Operation) == charge.Key)?.Id ?? await BeginAsync(charge, cancel);
        return await FindAsync(id, cancel);
    }

    public async Task<GatewayPayment> CancelAsync(string id, CancellationToken cancel)
    {
        try
        {
            await calls.AskAsync(c => _intents.CancelAsync(id, null, null, c), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault == GatewayFault.Refused)
        {
            // It is over already; how, is told below.
        }

        return await FindAsync(id, cancel);
    }

    public async Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel)
    {
        var made = await calls.AskAsync(c => _refunds.ListAsync(new RefundListOptions { PaymentIntent = order.PaymentId, Limit = 100 }, null, c), cancel);
        if (!made.Data.Exists(m => m.Metadata?.GetValueOrDefault(StripePayments.Operation) == order.Key))
        {
            var refund = new RefundCreateOptions { PaymentIntent = order.PaymentId, Amount = order.Amount.Minor, Metadata = Words((StripePayments.Operation, order.Key)) };
            await calls.AskAsync(c => _refunds.CreateAsync(refund, StripeNetCalls.By(order.Key), c), cancel);
        }

        return await FindAsync(order.PaymentId, cancel);
    }

    private async Task<string> BeginAsync(CardCharge charge, CancellationToken cancel)
    {
        var intent = new PaymentIntentCreateOptions
        {
            Amount = charge.Line.Price.Minor,
            Currency = charge.Line.Price.Currency.Code.ToLowerInvariant(),
            Customer = charge.CustomerId,
            PaymentMethod = charge.CardId,
            Description = charge.Line.Name,
            Confirm = true,
            OffSession = true,
            AutomaticPaymentMethods = new PaymentIntentAutomaticPaymentMethodsOptions { Enabled = true, AllowRedirects = "never" },
            Metadata = Words((StripeForm.OrderKey, charge.OrderId.ToString("D")), (StripePayments.Operation, charge.Key)),
        };
        try
        {
            return (await calls.AskAsync(c => _intents.CreateAsync(intent, StripeNetCalls.By(charge.Key), c), cancel)).Id;
        }
        catch (PaymentGatewayException e) when (e.PaymentId is not null)
        {
            return e.PaymentId;
        }
    }

    private static Dictionary<string, string> Words(params (string Key, string Value)[] words) => words.ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
}
