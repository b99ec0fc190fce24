using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[OpenInMaintenance]
[EnableRateLimiting(Purposes.SignIn)]
public sealed class PasskeyModel(PasskeyProof proof, SignInManager<AppUser> signIn, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string Credential { get; set; } = "";

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await proof.WhoseAsync(Credential) is { } user)
        {
            await signIn.SignInWithClaimsAsync(user, isPersistent: false, [SessionCookie.TwoFactors]);
            return LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl));
        }

        HttpContext.Note(Violation.FailedSignIn);
        ModelState.AddModelError("", text["Errors.Passkey"]);
        return Page();
    }
}
