using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

[OpenBeforeTerms]
public sealed class TermsModel(AppDbContext db, SignInManager<AppUser> signIn, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DateTime? AcceptedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } user) return NotFound();

        var version = TermsAcceptance.CurrentVersion;
        var acceptance = await db.TermsAcceptances.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == user.Id && t.Version == version, cancel);
        AcceptedAt = acceptance?.AcceptedAt;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } user) return NotFound();
        if (!Input.Accepted)
        {
            // Not by an attribute: a form without any field is not validated.
            ModelState.AddModelError("Input.Accepted", text["Errors.Terms"]);
            return Page();
        }

        await db.AcceptTermsAsync(user.Id, clock.UtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await SessionCookie.RenewAsync(signIn, user);
        return LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl));
    }

    public sealed class Form
    {
        public bool Accepted { get; set; }
    }
}
