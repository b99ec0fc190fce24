using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Billing.Plan;

/// <summary>Says what it means to end a plan, and ends it with the period that is paid for.</summary>
public sealed class EndingModel(MyPlan plan, PlanChanging changing, CurrentUser me, IStringLocalizer<Text> text, ILogger<EndingModel> log) : PageModel
{
    public Subscription? Subscription { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Subscription = await plan.LivingAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            if (await changing.SetEndingAsync(me.AccountId, ends: true, cancel)) this.Toast(text["Plans.End.Done"]);
            else this.Toast(text["Errors.Plans.NoPlan"], ToastKind.Danger);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "A plan was not ended: {Fault} {Code}", e.Fault, e.Code);
            this.Toast(text["Errors.Plans.Gateway"], ToastKind.Danger);
        }

        return Redirect("/billing/plan");
    }
}
