using System.Runtime.CompilerServices;
using global::Stripe;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using Invoice = global::Stripe.Invoice;
using Portal = global::Stripe.BillingPortal;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Stripe, asked by Stripe's own library.</summary>
internal sealed class StripeNetGateway : StripeParts, IPaymentGateway
{
    private readonly StripeNetCalls _calls;
    private readonly StripeNetPrices _prices;
    private string? _portal;

    public StripeNetGateway(IHttpClientFactory clients, StripeOptions options)
        : this(new StripeNetCalls(clients, options), options)
    {
    }

    private StripeNetGateway(StripeNetCalls calls, StripeOptions options)
        : this(calls, new StripeNetPrices(calls), options)
    {
    }

    private StripeNetGateway(StripeNetCalls calls, StripeNetPrices prices, StripeOptions options)
        : base(new StripeNetCheckouts(calls, prices, options), new StripeNetPayments(calls), new StripeNetSubscriptions(calls, prices)) => (_calls, _prices) = (calls, prices);

    public async Task<string> AddCustomerAsync(CustomerOrder order, CancellationToken cancel)
    {
        var customer = new CustomerCreateOptions { Email = order.Email, PreferredLocales = [order.Language], Metadata = Words("account", order.AccountId.ToString("D")) };
        return (await _calls.AskAsync(c => new CustomerService(_calls.Client).CreateAsync(customer, StripeNetCalls.By(order.Key), c), cancel)).Id;
    }

    public async Task<IReadOnlyList<SavedCard>> CardsAsync(string customerId, CancellationToken cancel)
    {
        var cards = await _calls.AskAsync(c => new CustomerPaymentMethodService(_calls.Client).ListAsync(customerId, new CustomerPaymentMethodListOptions { Type = "card", Limit = 100 }, null, c), cancel);
        return [.. cards.Data.Select(m => new SavedCard(m.Id, m.Card.Brand, m.Card.Last4, (int)m.Card.ExpMonth, (int)m.Card.ExpYear))];
    }

    public async Task RemoveCardAsync(string customerId, string cardId, CancellationToken cancel)
    {
        // Asked as this customer's: anybody else's is not found.
        await _calls.AskAsync(c => new CustomerPaymentMethodService(_calls.Client).GetAsync(customerId, cardId, null, null, c), cancel);
        await _calls.AskAsync(c => new PaymentMethodService(_calls.Client).DetachAsync(cardId, null, null, c), cancel);
    }

    public async Task<GatewayInvoice> InvoiceAsync(string invoiceId, CancellationToken cancel)
    {
        var with = new InvoiceGetOptions();
        with.AddExpand("payments");
        return await ReadAsync(await _calls.AskAsync(c => new InvoiceService(_calls.Client).GetAsync(invoiceId, with, null, c), cancel), cancel);
    }

    public async Task<IReadOnlyList<GatewayInvoice>> InvoicesAsync(string customerId, int most, CancellationToken cancel)
    {
        var which = new InvoiceListOptions { Customer = customerId, Limit = Math.Clamp(most, 1, 100) };
        which.AddExpand("data.payments");
        var invoices = new List<GatewayInvoice>();
        foreach (var invoice in (await _calls.AskAsync(c => new InvoiceService(_calls.Client).ListAsync(which, null, c), cancel)).Data) invoices.Add(await ReadAsync(invoice, cancel));
        return invoices;
    }

    public async Task<Uri> PortalAsync(string customerId, Uri returnTo, string language, CancellationToken cancel)
    {
        _portal ??= await ConfigureAsync(cancel);
        var session = new Portal.SessionCreateOptions { Customer = customerId, Configuration = _portal, ReturnUrl = returnTo.AbsoluteUri, Locale = language is "en" or "zh" ? language : "auto" };
        return new Uri((await _calls.AskAsync(c => new Portal.SessionService(_calls.Client).CreateAsync(session, null, c), cancel)).Url);
    }

    public async IAsyncEnumerable<GatewayEvent> EventsAsync(DateTime since, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Stripe tells the newest first.
        var all = new Stack<GatewayEvent>();
        StripeList<Event> page;
        do
        {
            var which = new EventListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = since }, Limit = 100, Types = [.. StripeEvents.Types], StartingAfter = all.Count > 0 ? all.Peek().Id : null };
            page = await _calls.AskAsync(c => new EventService(_calls.Client).ListAsync(which, null, c), cancel);
            foreach (var said in page.Data) all.Push(StripeNetReading.Event(said));
        }
        while (page.HasMore && page.Data.Count > 0);

        foreach (var said in all) yield return said;
    }

    private static Dictionary<string, string> Words(string key, string value) => new(StringComparer.Ordinal) { [key] = value };

    private async Task<GatewayInvoice> ReadAsync(Invoice invoice, CancellationToken cancel) => StripeNetReading.Invoice(
        invoice, StripeNetReading.PeriodOf(invoice)?.Pricing?.PriceDetails?.PriceId is { } price ? await _prices.TermsOfAsync(price, cancel) : null);

    // Said anew by each process, whatever somebody has switched on meanwhile.
    private async Task<string> ConfigureAsync(CancellationToken cancel)
    {
        var service = new Portal.ConfigurationService(_calls.Client);
        var features = new Portal.ConfigurationFeaturesOptions
        {
            InvoiceHistory = new() { Enabled = true },
            PaymentMethodUpdate = new() { Enabled = true },
            CustomerUpdate = new() { Enabled = false },
            SubscriptionUpdate = new() { Enabled = false },
            SubscriptionCancel = new() { Enabled = false },
        };
        var ours = Words(StripePortal.Ours, StripePortal.Name);
        var all = await _calls.AskAsync(c => service.ListAsync(new Portal.ConfigurationListOptions { Active = true, Limit = 100 }, null, c), cancel);
        return all.Data.Find(p => p.Metadata?.GetValueOrDefault(StripePortal.Ours) == StripePortal.Name) is { } known
            ? (await _calls.AskAsync(c => service.UpdateAsync(known.Id, new Portal.ConfigurationUpdateOptions { Features = features, Metadata = ours }, null, c), cancel)).Id
            : (await _calls.AskAsync(c => service.CreateAsync(new Portal.ConfigurationCreateOptions { Features = features, Metadata = ours }, StripeNetCalls.By($"portal:{StripePortal.Name}"), c), cancel)).Id;
    }
}
