using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[FreshProof]
[EnableRateLimiting(Purposes.SignIn)]
public sealed class EmailModel(AddressChange change, AccountAttempts attempts, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var address = ModelState.IsValid ? AccountAddress.Clean(Input.Address) : null;
        if (ModelState.IsValid && address is null) ModelState.AddModelError("Input.Address", text["Errors.Email"]);
        if (string.Equals(address, me.Email, StringComparison.OrdinalIgnoreCase)) ModelState.AddModelError("Input.Address", text["Errors.Email.Same"]);
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayWrite(address!, HttpContext)) return new EmptyResult();
        await change.AskAsync(me.Id, address!, cancel);
        this.Toast(text["Account.Email.Sent", Bidi.Isolate(address!)]);
        return RedirectToPage("Profile");
    }

    public sealed class Form
    {
        [Display(Name = "Account.Email.New"), Required(ErrorMessage = "Errors.Required")]
        public string Address { get; set; } = "";
    }
}
