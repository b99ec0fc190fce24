using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Public;

public sealed class HomeModel(TimeProvider clock) : PageModel
{
    public string Language => CultureInfo.CurrentUICulture.Name;

    public Sample Sample => Sample.In(Language, DateOnly.FromDateTime(clock.UtcNow()));

    public IEnumerable<PlanCard> Plans
    {
        get
        {
            var currency = OfferedPrices.CurrencyOf(asked: null);
            return PlanCatalogue.ForAccounts.Select(plan => new PlanCard(plan, plan.PriceIn(currency), BillingInterval.Month));
        }
    }
}
