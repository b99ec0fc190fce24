using System.Collections.Concurrent;
using global::Stripe;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>The same prices, by the same keys, as our own client's: a site may go from one to the other.</summary>
internal sealed class StripeNetPrices(StripeNetCalls calls)
{
    private readonly PriceService _prices = new(calls.Client);
    private readonly ConcurrentDictionary<string, PlanTerms?> _terms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PlanSale, string> _ids = new();

    public async Task<string> IdOfAsync(PlanSale sale, CancellationToken cancel)
    {
        if (_ids.TryGetValue(sale, out var known)) return known;

        var key = StripePrices.LookupKey(sale);
        var found = await calls.AskAsync(c => _prices.ListAsync(new PriceListOptions { LookupKeys = [key], Active = true, Limit = 1 }, null, c), cancel);
        var price = found.Data.Count > 0 ? found.Data[0] : await calls.AskAsync(c => _prices.CreateAsync(Options(sale, key), StripeNetCalls.By(key), c), cancel);
        return _ids[sale] = price.Id;
    }

    /// <summary>Null where it is the price of no plan of ours.</summary>
    public async Task<PlanTerms?> TermsOfAsync(string priceId, CancellationToken cancel)
    {
        if (_terms.TryGetValue(priceId, out var known)) return known;

        var terms = StripeNetReading.Terms(await calls.AskAsync(c => _prices.GetAsync(priceId, null, null, c), cancel));
        return _terms[priceId] = terms.PlanKey.Length > 0 ? terms : null;
    }

    private static PriceCreateOptions Options(PlanSale sale, string key) => new()
    {
        LookupKey = key,
        Currency = sale.Price.Currency.Code.ToLowerInvariant(),
        UnitAmount = sale.Price.Minor,
        TaxBehavior = "inclusive",
        Recurring = new PriceRecurringOptions { Interval = sale.Interval == BillingInterval.Year ? "year" : "month" },
        ProductData = new PriceProductDataOptions { Name = sale.Name },
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [StripeNetReading.PlanKey] = sale.PlanKey },
    };
}
