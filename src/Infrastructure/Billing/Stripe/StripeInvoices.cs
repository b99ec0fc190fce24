using System.Text.Json;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>What subscriptions cost, period by period.</summary>
internal sealed class StripeInvoices(StripeApi api, StripePrices prices)
{
    private const int MostListed = 100;

    public async Task<GatewayInvoice> FindAsync(string id, CancellationToken cancel) =>
        await ReadAsync(await api.GetAsync($"/v1/invoices/{Uri.EscapeDataString(id)}", new StripeForm { { "expand[0]", "payments" } }, cancel), cancel);

    public async Task<IReadOnlyList<GatewayInvoice>> ListAsync(string customerId, int most, CancellationToken cancel)
    {
        var list = await api.GetAsync("/v1/invoices", new StripeForm { { "customer", customerId }, { "limit", Math.Clamp(most, 1, MostListed) }, { "expand[0]", "data.payments" } }, cancel);
        var invoices = new List<GatewayInvoice>();
        foreach (var invoice in list.Items("data")) invoices.Add(await ReadAsync(invoice, cancel));
        return invoices;
    }

    private async Task<GatewayInvoice> ReadAsync(JsonElement invoice, CancellationToken cancel)
    {
        var line = PeriodOf(invoice);
        var terms = line?.Text("pricing", "price_details", "price") is { } price ? await prices.TermsOfAsync(price, cancel) : null;
        return new GatewayInvoice(
            invoice.Need("id"), StripeWords.StateOfInvoice(invoice.Need("status")), invoice.IdAt("customer") ?? throw StripeJson.Unreadable("customer"),
            invoice.Text("parent", "subscription_details", "subscription"), StripeWords.CauseOf(invoice.Text("billing_reason")), terms,
            line?.NeedTime("period", "start") ?? invoice.NeedTime("period_start"), line?.NeedTime("period", "end") ?? invoice.NeedTime("period_end"),
            invoice.Money("total"), invoice.NeedTime("created"), invoice.IsLive())
        {
            PaymentId = invoice.Items("payments").Select(p => p.Text("payment", "payment_intent")).FirstOrDefault(p => p is not null),
            Number = invoice.Text("number"),
            Page = invoice.Text("hosted_invoice_url") is { } page ? new Uri(page) : null,
        };
    }

    // What is unused of the old period comes back on a line of its own, as a proration with an amount below nothing.
    private static JsonElement? PeriodOf(JsonElement invoice) => invoice.Items("lines")
        .Where(l => l.At("parent", "subscription_item_details") is not null && l.Whole("amount") >= 0)
        .OrderBy(l => l.At("parent", "subscription_item_details")!.Value.Flag("proration")).ThenByDescending(l => l.Whole("period", "end"))
        .Select(l => (JsonElement?)l).FirstOrDefault();
}
