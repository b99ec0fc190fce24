using System.ComponentModel.DataAnnotations;
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
public sealed class RecoveryModel(SecondStep step, RecoveryCodes codes, AccountAttempts attempts, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Remember { get; set; }

    [BindProperty]
    [Display(Name = "Account.Recovery.Code"), Required(ErrorMessage = "Errors.Required"), StringLength(40, ErrorMessage = "Errors.TooLong")]
    public string Code { get; set; } = "";

    public bool IsOver { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        IsOver = await step.WhoAsync() is null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await step.WhoAsync();
        IsOver = user is null;
        if (user is null || !ModelState.IsValid) return Page();

        if (!attempts.MayTry(user.Email!, HttpContext)) return new EmptyResult();
        if (await step.TryAsync(user, Remember, () => codes.UseAsync(user, Code, cancel))) return LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl));

        HttpContext.Note(Violation.FailedSignIn);
        ModelState.AddModelError(nameof(Code), text["Errors.RecoveryCode"]);
        return Page();
    }
}
