using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Billing;

/// <summary>One top-up, and the way to the page where its owner tells the bank that it is them.</summary>
public sealed class TopUpOwnerModel(MyPayments payments, CheckoutOpening opening, WordOrder word, IStringLocalizer<Text> text, ILogger<TopUpOwnerModel> log) : PageModel
{
    public Order Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) return NotFound();
        if (Order is { IsOver: true } or { CheckoutId: null }) return RedirectToPage();

        try
        {
            var checkout = await opening.OpenAsync(Order, word(Order), cancel);
            if (checkout is { State: CheckoutState.Open, Page: { } page }) return Redirect(page.AbsoluteUri);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The checkout of top-up {Order} was not found: {Fault} {Code}", id, e.Fault, e.Code);
            this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        }

        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await payments.OrderAsync(id, cancel) is not { IsTopUp: true } order) return false;

        Order = order;
        return true;
    }
}
