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

[ByPassword]
[EnableRateLimiting(Purposes.SignIn)]
public sealed class ResetModel(PasswordReset reset, AccountAttempts attempts, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public AppUser? Account { get; private set; }

    /// <summary>Changes nothing: mail scanners open links too.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Account = await reset.FindAsync(Token, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Account = await reset.FindAsync(Token, cancel);
        if (Account is null) return Page();

        if (ModelState.IsValid && PasswordRules.Check(Input.Password, Account.Email!, Account.Name) is { } refusal)
            ModelState.AddModelError("Input.Password", text.Of(refusal, fmt));
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayTry(Account.Email!, HttpContext)) return new EmptyResult();
        if (!await reset.ChooseAsync(Account, Token, Input.Password, cancel))
        {
            Account = null;
            return Page();
        }

        this.Toast(text["Account.Reset.Done"]);
        return RedirectToPage("SignIn");
    }

    public sealed class Form
    {
        [Display(Name = "Account.Reset.Password")]
        [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
