using System.Runtime.CompilerServices;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Stripe, asked by a small client of our own.</summary>
internal sealed class StripeGateway : StripeParts, IPaymentGateway
{
    private readonly StripeApi _api;
    private readonly StripeInvoices _invoices;
    private readonly StripePortal _portal;

    public StripeGateway(StripeApi api, StripeOptions options)
        : this(api, options, new StripePrices(api))
    {
    }

    private StripeGateway(StripeApi api, StripeOptions options, StripePrices prices)
        : base(new StripeCheckouts(api, prices, options), new StripePayments(api), new StripeSubscriptions(api, prices)) =>
        (_api, _invoices, _portal) = (api, new StripeInvoices(api, prices), new StripePortal(api));

    public async Task<string> AddCustomerAsync(CustomerOrder order, CancellationToken cancel)
    {
        var form = new StripeForm { { "email", order.Email }, { "preferred_locales[0]", order.Language }, { "metadata[account]", order.AccountId } };
        return (await _api.PostAsync("/v1/customers", form, order.Key, cancel)).Need("id");
    }

    public async Task<IReadOnlyList<SavedCard>> CardsAsync(string customerId, CancellationToken cancel)
    {
        var list = await _api.GetAsync($"{CustomerPath(customerId)}/payment_methods", new StripeForm { { "type", "card" }, { "limit", 100 } }, cancel);
        return [.. from method in list.Items("data")
            let card = method.At("card") ?? throw StripeJson.Unreadable("card")
            select new SavedCard(method.Need("id"), card.Need("brand"), card.Need("last4"), (int)(card.Whole("exp_month") ?? 0), (int)(card.Whole("exp_year") ?? 0))];
    }

    public async Task RemoveCardAsync(string customerId, string cardId, CancellationToken cancel)
    {
        // Asked as this customer's: anybody else's is not found.
        await _api.GetAsync($"{CustomerPath(customerId)}/payment_methods/{Uri.EscapeDataString(cardId)}", cancel);
        await _api.PostAsync($"/v1/payment_methods/{Uri.EscapeDataString(cardId)}/detach", [], null, cancel);
    }

    public Task<GatewayInvoice> InvoiceAsync(string invoiceId, CancellationToken cancel) => _invoices.FindAsync(invoiceId, cancel);

    public Task<IReadOnlyList<GatewayInvoice>> InvoicesAsync(string customerId, int most, CancellationToken cancel) => _invoices.ListAsync(customerId, most, cancel);

    public Task<Uri> PortalAsync(string customerId, Uri returnTo, string language, CancellationToken cancel) => _portal.OpenAsync(customerId, returnTo, language, cancel);

    public async IAsyncEnumerable<GatewayEvent> EventsAsync(DateTime since, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Stripe tells the newest first.
        var all = new Stack<GatewayEvent>();
        for (string? after = null; ;)
        {
            var form = new StripeForm { { "created[gte]", since }, { "limit", 100 }, { "starting_after", after } };
            for (var i = 0; i < StripeEvents.Types.Count; i++) form.Add($"types[{i}]", StripeEvents.Types[i]);

            var page = await _api.GetAsync("/v1/events", form, cancel);
            foreach (var said in page.Items("data")) all.Push(StripeEvents.Read(said) ?? throw StripeJson.Unreadable("event"));
            if (!page.Flag("has_more") || !page.Items("data").Any()) break;
            after = all.Peek().Id;
        }

        foreach (var said in all) yield return said;
    }

    private static string CustomerPath(string id) => $"/v1/customers/{Uri.EscapeDataString(id)}";
}
