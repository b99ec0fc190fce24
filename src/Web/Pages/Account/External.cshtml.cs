using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

/// <summary>Back from a provider: whoever has an account is let in, and whoever has none may open one.</summary>
[OpenInMaintenance]
[EnableRateLimiting(SignInLimit.Name)]
public sealed class ExternalModel(ExternalEntry entry, ExternalSignUp signUp, AddressProofs proofs, AppDbContext db, Preferences preferences, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Proof { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Arrival? Arrival { get; private set; }

    /// <summary>The address that has been shown to be theirs, by the provider or by a letter.</summary>
    public string? Address { get; private set; }

    public bool HasAccount { get; private set; }
    public bool IsClosed => signUp.Mode == RegistrationMode.Closed;
    public bool AsksInvitation => signUp.Mode == RegistrationMode.Invitation;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel)) return Page();
        if (await entry.TryAsync(Arrival!, cancel) is { } result) return GoOn(result);

        Input.Name = Arrival!.Identity.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Address is null) return Page();
        if (Input is { Name.Length: > 0 } && PersonName.Clean(Input.Name) is null) ModelState.AddModelError("Input.Name", text["Errors.Name", fmt.Number(PersonName.MaxLength)]);
        if (!ModelState.IsValid) return Page();

        var newcomer = new Newcomer(Arrival!.Key, Arrival.Identity, Address, Input.Name, Input.InvitationCode, preferences.Now);
        if (await signUp.TryAsync(newcomer, cancel) is { } refusal)
        {
            if (refusal == JoinRefusal.Invitation) ModelState.AddModelError("Input.InvitationCode", text["Errors.Invitation"]);
            return await LoadAsync(cancel) ? Page() : NotFound();
        }

        return GoOn((await entry.TryAsync(Arrival, cancel))!);
    }

    private IActionResult GoOn(Microsoft.AspNetCore.Identity.SignInResult result) => result switch
    {
        { Succeeded: true } => LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl)),
        { RequiresTwoFactor: true } => RedirectToPage("TwoFactor", new { ReturnUrl }),
        _ => RedirectToPage("SignIn", new { problem = ExternalProblem.Refused }),
    };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Arrival.OfAsync(HttpContext) is not { } arrival) return false;

        Arrival = arrival;
        Address = arrival.Identity.IsVerified ? arrival.Identity.Email : proofs.AddressIn(Proof, arrival.Identity);
        HasAccount = Address is not null && await db.OwnerOfAsync(Address, cancel) is not null;
        return true;
    }

    public sealed class Form
    {
        [Display(Name = "Account.SignUp.Name"), Required(ErrorMessage = "Errors.Required")]
        public string Name { get; set; } = "";

        [Display(Name = "Account.SignUp.InvitationCode")]
        public string? InvitationCode { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Errors.Terms")]
        public bool Accepted { get; set; }
    }
}
