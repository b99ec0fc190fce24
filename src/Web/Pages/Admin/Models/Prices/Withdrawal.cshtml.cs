using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Models.Prices;

/// <summary>Calls off a price that has not begun.</summary>
public sealed class WithdrawalModel(ModelKeeping keeping, PriceKeeping prices, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string ModelKey { get; set; } = "";

    [FromRoute]
    public Guid PriceId { get; set; }

    [BindProperty]
    public KeyActForm Input { get; set; } = new();

    public ChatModel Known { get; private set; } = null!;
    public ModelPrice Price { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var done = await prices.TakeBackAsync(Known, PriceId, Input.Reason, AuditActor.User(me.Id), cancel);
        this.Toast(text[done ? "Admin.Prices.TakenBack" : "Errors.Prices.NotTakenBack"], done ? ToastKind.Success : ToastKind.Danger);
        return RedirectToPage("Index", new { modelKey = ModelKey });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await keeping.FindAsync(ModelKey, cancel) is not { } found || found.Prices.FirstOrDefault(p => p.Id == PriceId && p.TakenBackAt is null) is not { } price) return false;

        (Known, Price) = (found, price);
        return true;
    }
}
