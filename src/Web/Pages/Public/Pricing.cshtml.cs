using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Public;

public sealed class PricingModel(OfferedModels offered, OfferedPackages packages, OfferedPlans plans, TimeProvider clock) : PageModel
{
    public Currency Currency { get; private set; } = Currency.Usd;
    public BillingInterval Interval { get; private set; }
    public DateTime Now { get; } = clock.UtcNow();
    public IReadOnlyList<PackageOffer> Packages { get; } = packages.Now;
    public IReadOnlyList<ChatModel> Offered { get; } = offered.Now;
    public OfferedPlans Plans => plans;

    public void OnGet(string? currency, string? interval)
    {
        Currency = OfferedPrices.CurrencyOf(currency);
        Interval = OfferedPrices.IntervalOf(interval);
    }

    public string AddressOf(Currency currency, BillingInterval interval) =>
        $"/{CultureInfo.CurrentUICulture.Name}/pricing?currency={currency.Code}&interval={(interval == BillingInterval.Year ? "year" : "month")}";
}
