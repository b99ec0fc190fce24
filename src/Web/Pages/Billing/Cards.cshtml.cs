using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Billing;

public sealed class CardsModel(CardSaving saving, SiteAddress site, CurrentUser me, IStringLocalizer<Text> text, ILogger<CardsModel> log) : PageModel
{
    public IReadOnlyList<SavedCard> Cards { get; private set; } = [];
    public bool IsReachable { get; private set; } = true;

    public async Task OnGetAsync(CancellationToken cancel) =>
        IsReachable = await TryAsync(async () => Cards = await saving.ListAsync(me.AccountId, cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Uri? page = null;
        var language = CultureInfo.CurrentUICulture.Name;
        var opened = await TryAsync(async () => page = await saving.OpenAsync(me.AccountId, me.Id, new Uri(site.At("/billing/cards")), language, cancel));
        if (!opened) this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        return page is null ? RedirectToPage() : Redirect(page.AbsoluteUri);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? card, CancellationToken cancel)
    {
        var removed = false;
        if (!await TryAsync(async () => removed = await saving.RemoveAsync(me.AccountId, card ?? "", cancel))) this.Toast(text["Errors.Billing.Gateway"], ToastKind.Danger);
        else if (!removed) return NotFound();
        else this.Toast(text["Billing.Cards.Removed"]);
        return RedirectToPage();
    }

    private async Task<bool> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The gateway did not answer about saved cards: {Fault} {Code}", e.Fault, e.Code);
            return false;
        }
    }
}
