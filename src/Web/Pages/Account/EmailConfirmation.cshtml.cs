using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

/// <summary>Where the letter to a new address leads, in whatever browser it is opened.</summary>
[EnableRateLimiting(Purposes.SignIn)]
public sealed class EmailConfirmationModel(AddressChange change, SignInManager<AppUser> signIn, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public string? Address { get; private set; }

    /// <summary>Changes nothing: mail scanners open links too.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Address = (await change.FindAsync(Token, cancel))?.Address;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await change.ConfirmAsync(Token, me.IsSignedIn ? me.SessionId : null, cancel) is not { } user) return Page();

        this.Toast(text["Account.EmailConfirmation.Done"]);
        if (!me.IsSignedIn || me.Id != user.Id) return RedirectToPage("SignIn");

        await SessionCookie.RenewAsync(signIn, user);
        return RedirectToPage("Profile");
    }
}
