using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[EnableRateLimiting(Purposes.Letter)]
public sealed class ResendModel(AddressConfirmation confirmation, AccountAttempts attempts) : PageModel
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public void OnGet() => Input.Email = this.WhoWasWrittenTo() ?? "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayWrite(Input.Email, HttpContext)) return new EmptyResult();
        await EvenTime.TakeAsync(() => confirmation.SendAgainAsync(Input.Email.Trim(), cancel));
        this.RememberWrittenTo(Input.Email);
        return RedirectToPage("CheckMail");
    }
}
