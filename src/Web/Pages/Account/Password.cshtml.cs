using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[EnableRateLimiting(Purposes.SignIn)]
public sealed class PasswordModel(SignInManager<AppUser> signIn, NewPassword password, AccountAttempts attempts, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.UserManager.GetUserAsync(User) is { PasswordHash: null } ? RedirectToPage("FirstPassword") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { PasswordHash: not null } user) return NotFound();

        if (ModelState.IsValid && PasswordRules.Check(Input.New, user.Email!, user.Name) is { } refusal) ModelState.AddModelError("Input.New", text.Of(refusal, fmt));
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayTry(user.Email!, HttpContext)) return new EmptyResult();
        if (!(await signIn.CheckPasswordSignInAsync(user, Input.Current, lockoutOnFailure: true)).Succeeded)
        {
            HttpContext.Note(Violation.FailedSignIn);
            ModelState.AddModelError("Input.Current", text["Errors.ConfirmIt"]);
            return Page();
        }

        // This browser gets a new session: the old one ended with all the others.
        await signIn.RefreshSignInAsync(await password.ChooseAsync(user, Input.New, cancel));
        this.Toast(text["Account.Password.Saved"]);
        return LocalRedirect(SecurityLetters.Settings);
    }

    public sealed class Form
    {
        [Display(Name = "Account.Password.Current"), DataType(DataType.Password)]
        [Required(ErrorMessage = "Errors.Required"), StringLength(128, ErrorMessage = "Errors.TooLong")]
        public string Current { get; set; } = "";

        [Display(Name = "Account.Password.New"), DataType(DataType.Password)]
        [Required(ErrorMessage = "Errors.Required")]
        public string New { get; set; } = "";
    }
}
