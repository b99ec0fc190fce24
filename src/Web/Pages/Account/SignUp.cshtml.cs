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
[EnableRateLimiting(Purposes.Letter)]
public sealed class SignUpModel(
    SignUp signUp, AccountAttempts attempts, Preferences preferences, Registration registration, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    public RegistrationMode Mode => registration.Mode;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Check();
        if (!ModelState.IsValid) return Page();

        if (!attempts.MayWrite(Input.Email, HttpContext)) return new EmptyResult();
        var request = new SignUpRequest(Input.Email, Input.Password, Input.Name, preferences.Now, Input.InvitationCode);
        if (await EvenTime.TakeAsync(() => signUp.TryAsync(request, cancel)) is { } refusal) return Refused(refusal);

        this.RememberWrittenTo(Input.Email);
        return RedirectToPage("CheckMail");
    }

    private void Check()
    {
        // What was left empty has been refused already.
        if (Input is { Name.Length: > 0 } && PersonName.Clean(Input.Name) is null) ModelState.AddModelError("Input.Name", text["Errors.Name", fmt.Number(PersonName.MaxLength)]);
        if (Input is { Password.Length: > 0, Email: { } email, Name: { } name } && PasswordRules.Check(Input.Password, email, name) is { } refusal)
            ModelState.AddModelError("Input.Password", text.Of(refusal, fmt));
    }

    private PageResult Refused(SignUpRefusal refusal)
    {
        if (refusal == SignUpRefusal.Invitation) ModelState.AddModelError("Input.InvitationCode", text["Errors.Invitation"]);
        if (refusal == SignUpRefusal.Address) ModelState.AddModelError("Input.Email", text["Errors.Email"]);
        return Page();
    }
}
