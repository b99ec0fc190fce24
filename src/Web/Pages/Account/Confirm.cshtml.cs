using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[EnableRateLimiting(Purposes.SignIn)]
public sealed class ConfirmModel(AddressConfirmation confirmation, SignInManager<AppUser> signIn, AccountAttempts attempts, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public AppUser? Account { get; private set; }

    /// <summary>Confirms nothing: mail scanners open links too.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Account = await confirmation.FindAsync(Token, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Account = await confirmation.FindAsync(Token, cancel);
        if (Account is null || !ModelState.IsValid) return Page();

        if (!attempts.MayTry(Account.Email!, HttpContext)) return new EmptyResult();
        if (!await confirmation.IsPasswordOfAsync(Account, Input.Password)) return WrongPassword();

        Account = await confirmation.ConfirmAsync(Account, Token, cancel);
        if (Account is null) return Page();

        await signIn.SignInAsync(Account, isPersistent: false);
        this.Toast(text["Account.Confirm.Done"]);
        return LocalRedirect("/dashboard");
    }

    private PageResult WrongPassword()
    {
        HttpContext.Note(Violation.FailedSignIn);
        ModelState.AddModelError("Input.Password", text["Errors.Confirm.Password"]);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = "Account.Confirm.Password")]
        [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password), StringLength(128, ErrorMessage = "Errors.TooLong")]
        public string Password { get; set; } = "";
    }
}
