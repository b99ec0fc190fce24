using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Billing.Plan;

public sealed class IndexModel(MyPlan plan, MyWallet wallets, PlanChanging changing, CurrentUser me, IStringLocalizer<Text> text, ILogger<IndexModel> log) : PageModel
{
    public PlanView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => View = await PlanView.OfAsync(plan, wallets, cancel);

    /// <summary>Keeps it, whatever end or change was planned.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            if (await changing.SetEndingAsync(me.AccountId, ends: false, cancel)) this.Toast(text["Plans.Kept"]);
            else this.Toast(text["Errors.Plans.NoPlan"], ToastKind.Danger);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "A plan was not kept: {Fault} {Code}", e.Fault, e.Code);
            this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        }

        return RedirectToPage();
    }
}
