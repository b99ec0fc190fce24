using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Security.Passkeys;

[FreshProof]
public sealed class NewModel(PasskeyMaking making, KeptPasskeys passkeys, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    [Display(Name = "Account.Passkeys.Name")]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await making.OptionsAsync(me.Id, me.Email, me.Name), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await making.MadeAsync(me.Id, Credential ?? "") is not { } passkey) ModelState.AddModelError("", text["Errors.PasskeyNotMade"]);
        else if (!await passkeys.AddAsync(me.Id, me.SessionId, passkey, Name ?? "", cancel)) ModelState.AddModelError("", text["Errors.TooManyPasskeys"]);
        if (!ModelState.IsValid) return Page();

        this.Toast(text["Account.Passkeys.Added"]);
        return RedirectToPage("/Account/Security/Index");
    }
}
