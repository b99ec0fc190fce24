using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

public sealed class ProfileModel(SignInManager<AppUser> signIn, SessionChecks sessions, Fmt fmt, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";
    public DateTime Since { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is not { } user) return NotFound();

        Input.Name = user.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } user) return NotFound();

        if (ModelState.IsValid && !user.TryRename(Input.Name)) ModelState.AddModelError("Input.Name", text["Errors.Name", fmt.Number(PersonName.MaxLength)]);
        if (ModelState.IsValid && !(await signIn.UserManager.UpdateAsync(user)).Succeeded) ModelState.AddModelError("", text["Errors.ChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();

        sessions.Forget();
        await SessionCookie.RenewAsync(signIn, user);
        this.Toast(text["Account.Profile.Saved"]);
        return RedirectToPage();
    }

    private async Task<AppUser?> LoadAsync()
    {
        var user = await signIn.UserManager.GetUserAsync(User);
        if (user is not null) (Email, Since) = (user.Email!, user.CreatedAt);
        return user;
    }

    public sealed class Form
    {
        [Display(Name = "Account.Profile.Name"), Required(ErrorMessage = "Errors.Required")]
        public string Name { get; set; } = "";
    }
}
