using System.Text.Json;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Payments: taken, given back, and as they are now.</summary>
internal sealed class StripePayments(StripeApi api) : IStripePayments
{
    public const string Operation = "operation";

    private static readonly StripeForm WithCharge = new() { { "expand[0]", "latest_charge" } };

    public async Task<GatewayPayment> FindAsync(string id, CancellationToken cancel)
    {
        var intent = await api.GetAsync(Path(id), WithCharge, cancel);
        var dispute = intent.At("latest_charge") is { } charge && charge.Flag("disputed") ? await DisputeAsync(id, cancel) : null;
        return Read(intent) with { Dispute = dispute };
    }

    public async Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel)
    {
        var id = await FindMadeAsync("/v1/payment_intents", "customer", charge.CustomerId, charge.Key, cancel) ?? await BeginAsync(charge, cancel);
        return await FindAsync(id, cancel);
    }

    public async Task<GatewayPayment> CancelAsync(string id, CancellationToken cancel)
    {
        try
        {
            await api.PostAsync($"{Path(id)}/cancel", [], null, cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault == GatewayFault.Refused)
        {
            // It is over already; how, is told below.
        }

        return await FindAsync(id, cancel);
    }

    public async Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel)
    {
        var form = new StripeForm { { "payment_intent", order.PaymentId }, { "amount", order.Amount.Minor }, { $"metadata[{Operation}]", order.Key } };
        if (await FindMadeAsync("/v1/refunds", "payment_intent", order.PaymentId, order.Key, cancel) is null) await api.PostAsync("/v1/refunds", form, order.Key, cancel);
        return await FindAsync(order.PaymentId, cancel);
    }

    private static string Path(string id) => $"/v1/payment_intents/{Uri.EscapeDataString(id)}";

    private async Task<string> BeginAsync(CardCharge charge, CancellationToken cancel)
    {
        var form = new StripeForm
        {
            { "amount", charge.Line.Price.Minor },
            { "currency", charge.Line.Price.Currency },
            { "customer", charge.CustomerId },
            { "payment_method", charge.CardId },
            { "description", charge.Line.Name },
            { "confirm", true },
            { "off_session", true },
            { "automatic_payment_methods[enabled]", true },
            { "automatic_payment_methods[allow_redirects]", "never" },
            { $"metadata[{StripeForm.OrderKey}]", charge.OrderId },
            { $"metadata[{Operation}]", charge.Key },
        };
        try
        {
            return (await api.PostAsync("/v1/payment_intents", form, charge.Key, cancel)).Need("id");
        }
        catch (PaymentGatewayException e) when (e.PaymentId is not null)
        {
            return e.PaymentId;
        }
    }

    // Stripe forgets a key after about a day; what was made by it says so for ever.
    private async Task<string?> FindMadeAsync(string path, string of, string id, string key, CancellationToken cancel)
    {
        var list = await api.GetAsync(path, new StripeForm { { of, id }, { "limit", 100 } }, cancel);
        return list.Items("data").Where(m => m.Text("metadata", Operation) == key).Select(m => m.Text("id")).FirstOrDefault();
    }

    private async Task<GatewayDispute?> DisputeAsync(string paymentId, CancellationToken cancel)
    {
        var list = await api.GetAsync("/v1/disputes", new StripeForm { { "payment_intent", paymentId }, { "limit", 1 } }, cancel);
        return list.Items("data").Select(d => new GatewayDispute(d.Need("id"), StripeWords.StateOfDispute(d.Need("status")), d.Money("amount"))).FirstOrDefault();
    }

    private static GatewayPayment Read(JsonElement intent)
    {
        var amount = intent.Money("amount");
        var charge = intent.At("latest_charge");
        var error = intent.At("last_payment_error");
        var details = charge?.At("payment_method_details") ?? error?.At("payment_method");
        return new GatewayPayment(
            intent.Need("id"), StripeWords.StateOfPayment(intent.Need("status"), error is null ? null : error.Value.Text("code") ?? ""), amount, new Money(charge?.Whole("amount_refunded") ?? 0, amount.Currency), intent.OrderId(), intent.IdAt("customer"), intent.NeedTime("created"), intent.IsLive())
        {
            Method = details?.Text("type"),
            Last4 = details?.Text("card", "last4"),
            Decline = error?.Text("decline_code") ?? error?.Text("code"),
        };
    }
}
