using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[EnableRateLimiting(Purposes.SignIn)]
public sealed class ConfirmItModel(
    SignInManager<AppUser> signIn, PasskeyProof passkey, SessionProofs proofs, AccountAttempts attempts, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Display(Name = "Account.SignIn.Password"), DataType(DataType.Password)]
    [Required(ErrorMessage = "Errors.Required"), StringLength(128, ErrorMessage = "Errors.TooLong")]
    public string Password { get; set; } = "";

    [BindProperty]
    public string? Credential { get; set; }

    public bool HasPassword { get; private set; }
    public bool HasPasskey { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await LoadAsync();
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayTry(me.Email, HttpContext)) return new EmptyResult();
        return (await signIn.CheckPasswordSignInAsync(user, Password, lockoutOnFailure: true)).Succeeded
            ? await GoOnAsync(twoFactors: false, cancel)
            : Refuse(nameof(Password), "Errors.ConfirmIt");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var user = await LoadAsync();
        return (await passkey.WhoseAsync(Credential ?? ""))?.Id == user.Id ? await GoOnAsync(twoFactors: true, cancel) : Refuse("", "Errors.Passkey");
    }

    private async Task<IActionResult> GoOnAsync(bool twoFactors, CancellationToken cancel)
    {
        await proofs.RenewAsync(me.SessionId, twoFactors, cancel);
        return LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl));
    }

    private PageResult Refuse(string field, string why)
    {
        HttpContext.Note(Violation.FailedSignIn);
        ModelState.AddModelError(field, text[why]);
        return Page();
    }

    private async Task<AppUser> LoadAsync()
    {
        var user = await signIn.UserManager.GetUserAsync(User) ?? throw new InvalidOperationException("The session's person is gone.");
        (HasPassword, HasPasskey) = (user.PasswordHash is not null, (await signIn.UserManager.GetPasskeysAsync(user)).Count > 0);
        return user;
    }
}
