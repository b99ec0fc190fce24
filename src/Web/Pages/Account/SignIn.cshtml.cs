using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[OpenInMaintenance]
[EnableRateLimiting(Purposes.SignIn)]
public sealed class SignInModel(PasswordSignIn signIn, AccountAttempts attempts, LastValid<SignInWays> ways, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public ExternalProblem? Problem { get; set; }

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    public bool ByPassword => ways.Value.Password;
    public bool IsUnconfirmed { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ByPassword) return RedirectToPage(new { ReturnUrl, problem = ExternalProblem.NoPasswords });
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayTry(Input.Email, HttpContext)) return new EmptyResult();
        var result = await signIn.TryAsync(Input.Email, Input.Password, Input.Remember);
        if (result.Succeeded) return LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl));
        if (result.RequiresTwoFactor) return RedirectToPage("TwoFactor", new { ReturnUrl, Input.Remember });
        if (result.IsNotAllowed) return Unconfirmed();

        // One answer for a wrong password, an unknown address and a locked account: it tells nobody who has an account here.
        HttpContext.Note(Violation.FailedSignIn);
        ModelState.AddModelError("", text["Errors.SignIn.Refused"]);
        return Page();
    }

    // To whoever has the password only, so this may say that there is an account.
    private PageResult Unconfirmed()
    {
        IsUnconfirmed = true;
        this.RememberWrittenTo(Input.Email);
        return Page();
    }
}
