using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

[EnableRateLimiting(LetterLimit.Name)]
public sealed class SignUpModel(
    SignUp signUp, AccountAttempts attempts, Preferences preferences, LastValid<RegistrationOptions> registration, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public RegistrationMode Mode => registration.Value.Mode;

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

    public sealed class Form
    {
        [Display(Name = "Account.SignUp.InvitationCode")]
        public string? InvitationCode { get; set; }

        [Display(Name = "Account.SignUp.Name")]
        [Required(ErrorMessage = "Errors.Required")]
        public string Name { get; set; } = "";

        [Display(Name = "Account.SignIn.Email")]
        [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(254, ErrorMessage = "Errors.TooLong")]
        public string Email { get; set; } = "";

        [Display(Name = "Account.SignIn.Password")]
        [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Range(typeof(bool), "true", "true", ErrorMessage = "Errors.Terms")]
        public bool Accepted { get; set; }
    }
}
