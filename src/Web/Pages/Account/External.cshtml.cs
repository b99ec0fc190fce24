using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

/// <summary>Back from a provider: whoever has an account is let in, and whoever has none may open one.</summary>
[OpenInMaintenance]
[EnableRateLimiting(Purposes.SignIn)]
public sealed class ExternalModel(ExternalEntry entry, ExternalSignUp signUp, AddressProofs proofs, AppDbContext db, Preferences preferences, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Proof { get; set; }

    [BindProperty]
    public JoinForm Input { get; set; } = new();

    public Candidate? Who { get; private set; }
    public bool IsClosed => signUp.Mode == RegistrationMode.Closed;
    public bool AsksInvitation => signUp.Mode == RegistrationMode.Invitation;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(cancel) is not { } who) return Page();
        if (await entry.TryAsync(who.Arrival, cancel) is { } result) return GoOn(result);

        Input.Name = who.Arrival.Identity.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { Address: { } address } who) return Page();
        if (Input is { Name.Length: > 0 } && PersonName.Clean(Input.Name) is null) ModelState.AddModelError("Input.Name", text["Errors.Name", fmt.Number(PersonName.MaxLength)]);
        if (!ModelState.IsValid) return Page();

        var newcomer = new Newcomer(who.Arrival.Key, who.Arrival.Identity, address, Input.Name, Input.InvitationCode, preferences.Now);
        if (await signUp.TryAsync(newcomer, cancel) is not { } refusal) return GoOn((await entry.TryAsync(who.Arrival, cancel))!);

        if (refusal == JoinRefusal.Invitation) ModelState.AddModelError("Input.InvitationCode", text["Errors.Invitation"]);
        return await FindAsync(cancel) is null ? NotFound() : Page();
    }

    private async Task<Candidate?> FindAsync(CancellationToken cancel) => Who = await Candidate.FindAsync(HttpContext, proofs, db, Proof, cancel);

    private IActionResult GoOn(Microsoft.AspNetCore.Identity.SignInResult result) => result switch
    {
        { Succeeded: true } => LocalRedirect(LocalPaths.AfterSignIn(ReturnUrl)),
        { RequiresTwoFactor: true } => RedirectToPage("TwoFactor", new { ReturnUrl }),
        _ => RedirectToPage("SignIn", new { problem = ExternalProblem.Refused }),
    };
}
