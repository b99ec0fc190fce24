using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Plans are sold by prices that Stripe keeps, so that a checkout and a later change speak of the same one. A price never changes: another amount is another price.</summary>
internal sealed class StripePrices(StripeApi api)
{
    private const string PlanKey = "plan";

    private readonly ConcurrentDictionary<string, PlanTerms?> _terms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PlanSale, string> _ids = new();

    /// <summary>Made when it is first needed.</summary>
    public async Task<string> IdOfAsync(PlanSale sale, CancellationToken cancel)
    {
        if (_ids.TryGetValue(sale, out var known)) return known;

        var key = LookupKey(sale);
        var found = await api.GetAsync("/v1/prices", new StripeForm { { "lookup_keys[0]", key }, { "active", true }, { "limit", 1 } }, cancel);
        var price = found.Items("data").Select(p => (JsonElement?)p).FirstOrDefault() ?? await api.PostAsync("/v1/prices", Form(sale, key), key, cancel);
        return _ids[sale] = price.Need("id");
    }

    /// <summary>Null where it is the price of no plan of ours.</summary>
    public async Task<PlanTerms?> TermsOfAsync(string priceId, CancellationToken cancel) => _terms.TryGetValue(priceId, out var known)
        ? known
        : _terms[priceId] = Read(await api.GetAsync($"/v1/prices/{Uri.EscapeDataString(priceId)}", cancel)) is { PlanKey.Length: > 0 } terms ? terms : null;

    public static PlanTerms Read(JsonElement price) => new(
        price.Text("metadata", PlanKey) ?? "", price.Text("recurring", "interval") == "year" ? BillingInterval.Year : BillingInterval.Month, price.Money("unit_amount"));

    // The name is part of it: it stands on the buyer's invoices, in the buyer's language.
    public static string LookupKey(PlanSale sale)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sale.Name)).AsSpan(0, 6));
        return $"{sale.PlanKey}-{sale.Interval}-{sale.Price.Currency.Code}-{sale.Price.Minor}-{name}".ToLowerInvariant();
    }

    private static StripeForm Form(PlanSale sale, string key) => new()
    {
        { "lookup_key", key },
        { "currency", sale.Price.Currency },
        { "unit_amount", sale.Price.Minor },
        { "tax_behavior", "inclusive" },
        { "recurring[interval]", sale.Interval },
        { "product_data[name]", sale.Name },
        { $"metadata[{PlanKey}]", sale.PlanKey },
    };
}
