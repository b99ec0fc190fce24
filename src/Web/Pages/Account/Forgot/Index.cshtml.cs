using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account.Forgot;

[ByPassword]
[EnableRateLimiting(Purposes.Letter)]
public sealed class IndexModel(PasswordReset reset, AccountAttempts attempts) : PageModel
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayWrite(Input.Email, HttpContext)) return new EmptyResult();
        await EvenTime.TakeAsync(() => reset.RequestAsync(Input.Email.Trim(), cancel));
        this.RememberWrittenTo(Input.Email);
        return RedirectToPage("Sent");
    }
}
