using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Plans;

/// <summary>Where the gateway sends people back to: waits for its word, and shows what came of it. Nothing is believed because somebody came back.</summary>
public sealed class ShowModel(MyPlan plan, MyWallet wallets, PlanSync sync, IStringLocalizer<Text> text, ILogger<ShowModel> log) : PageModel
{
    public PlanOrderView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plan.FindAsync(id, cancel) is not { } subscription) return NotFound();

        View = new PlanOrderView(subscription, (await wallets.MineAsync(cancel)).Balance.Spendable);
        if (!Request.IsHtmx()) return Page();

        // The plan and the balance in the side bar are others now.
        if (View.IsDecided) Response.Headers["HX-Refresh"] = "true";
        return Partial("_Order", View);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await plan.FindAsync(id, cancel) is not { IsOver: false } subscription) return RedirectToPage();

        try
        {
            await sync.WholeAsync(subscription.Id, cancel);
        }
        catch (PaymentGatewayException e)
        {
            log.LogWarning(e, "What became of subscription {Subscription} could not be asked: {Fault}", id, e.Fault);
            this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        }

        return RedirectToPage();
    }
}

/// <summary>A subscription as whoever began it sees it.</summary>
public sealed record PlanOrderView(Subscription Subscription, long Spendable)
{
    public bool IsDecided => Subscription.IsOver || Subscription.IsLiving;
}
