using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.BuyTokens;

/// <summary>Where the gateway sends people back to: waits for its word, and shows what came of it. Nothing is believed because somebody came back.</summary>
public sealed class ShowModel(MyPayments payments, MyWallet wallets, OrderSync sync, IStringLocalizer<Text> text, ILogger<ShowModel> log) : PageModel
{
    public OrderView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await payments.OrderAsync(id, cancel) is not { } order) return NotFound();

        View = new OrderView(order, await payments.OfOrderAsync(id, cancel), (await wallets.MineAsync(cancel)).Balance.Spendable);
        if (!Request.IsHtmx()) return Page();

        // The balance in the side bar is another one now.
        if (order.IsOver) Response.Headers["HX-Refresh"] = "true";
        return Partial("_Order", View);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await payments.OrderAsync(id, cancel) is not { IsOver: false } order) return RedirectToPage();

        try
        {
            await sync.OrderAsync(order.Id, null, null, cancel);
        }
        catch (PaymentGatewayException e)
        {
            log.LogWarning(e, "What became of order {Order} could not be asked: {Fault}", id, e.Fault);
            this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        }

        return RedirectToPage();
    }
}

/// <summary>An order as its buyer sees it, with its payment once there is one.</summary>
public sealed record OrderView(Order Order, Payment? Payment, long Spendable);
