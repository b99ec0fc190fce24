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

/// <summary>For whoever signs in without a password until now. Who has one changes it, and says it first.</summary>
[FreshProof]
public sealed class FirstPasswordModel(SignInManager<AppUser> signIn, NewPassword password, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    [Display(Name = "Account.Password.New"), DataType(DataType.Password), Required(ErrorMessage = "Errors.Required")]
    public string New { get; set; } = "";

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await LoadAsync();
        if (HasPassword) return Page();

        if (ModelState.IsValid && PasswordRules.Check(New, user.Email!, user.Name) is { } refusal) ModelState.AddModelError(nameof(New), text.Of(refusal, fmt));
        if (!ModelState.IsValid) return Page();

        await signIn.RefreshSignInAsync(await password.ChooseAsync(user, New, cancel));
        this.Toast(text["Account.Password.Saved"]);
        return LocalRedirect(SecurityLetters.Settings);
    }

    private async Task<AppUser> LoadAsync()
    {
        var user = await signIn.UserManager.GetUserAsync(User) ?? throw new InvalidOperationException("The session's person is gone.");
        HasPassword = user.PasswordHash is not null;
        return user;
    }
}
