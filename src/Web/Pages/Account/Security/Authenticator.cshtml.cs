using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Security;

[FreshProof]
public sealed class AuthenticatorModel(AppDbContext db, SecondFactor factor, AuthenticatorOffers offers, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null while the factor is on.</summary>
    public AuthenticatorAddress? Address { get; private set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!(await db.ProtectionOfAsync(me.Id, cancel)).Authenticator) Offer(offers.Make(me.Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((await db.ProtectionOfAsync(me.Id, cancel)).Authenticator || offers.SecretIn(Input.Offer, me.Id) is not { } secret) return RedirectToPage();

        Offer(Input.Offer);
        if (!ModelState.IsValid) return Page();

        Codes = await factor.SwitchOnAsync(me.Id, me.SessionId, secret, Input.Code, cancel);
        if (Codes is null) ModelState.AddModelError("Input.Code", text["Errors.Code"]);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        if (await factor.SwitchOffAsync(me.Id, me.SessionId, MailKind.SecondFactorOff, cancel)) this.Toast(text["Account.Authenticator.SwitchedOff"]);
        return RedirectToPage("Index");
    }

    private void Offer(string offer)
    {
        Input.Offer = offer;
        Address = new AuthenticatorAddress(text["App.Name"], me.Email, offers.SecretIn(offer, me.Id)!);
    }

    public sealed class Form
    {
        public string Offer { get; set; } = "";

        [Display(Name = "Account.TwoFactor.Code"), Required(ErrorMessage = "Errors.Required"), StringLength(20, ErrorMessage = "Errors.TooLong")]
        public string Code { get; set; } = "";
    }
}
