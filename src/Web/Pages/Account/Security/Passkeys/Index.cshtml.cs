using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Security.Passkeys;

[FreshProof]
public sealed class IndexModel(
    UserManager<AppUser> users, KeptPasskeys passkeys, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await users.PasskeysOfAsync(me.Id);

    public async Task<IActionResult> OnPostNameAsync(string id, string? name, CancellationToken cancel)
    {
        if (PasskeyRow.Bytes(id) is not { } key || !await passkeys.RenameAsync(me.Id, key, name ?? "", cancel)) return NotFound();

        this.Toast(text["Account.Passkeys.Renamed"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel)
    {
        if (PasskeyRow.Bytes(id) is not { } key) return NotFound();

        var removal = await passkeys.RemoveAsync(me.Id, key, cancel);
        if (removal == PasskeyRemoval.Unknown) return NotFound();

        var removed = removal == PasskeyRemoval.Removed;
        this.Toast(text[removed ? "Account.Passkeys.Removed" : "Errors.LastPasskey"], removed ? ToastKind.Success : ToastKind.Danger);
        return RedirectToPage();
    }
}
