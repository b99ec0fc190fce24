using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Public;

public sealed class HomeModel(OfferedModels offered, OfferedPlans plans, LastValid<MarginOptions> margins, TimeProvider clock) : PageModel
{
    public string Language => CultureInfo.CurrentUICulture.Name;

    public IReadOnlyList<ChatModel> Offered { get; } = offered.Now;
    public Sample? Sample => Offered.Count == 0 ? null : Sample.In(Language, Sample.Choose(Offered), margins.Value.Default, clock.UtcNow());

    public IEnumerable<PlanCard> Plans
    {
        get
        {
            var currency = OfferedPrices.CurrencyOf(asked: null);
            return plans.ForAccounts.Select(plan => new PlanCard(plan, plan.PriceIn(currency), BillingInterval.Month));
        }
    }
}
