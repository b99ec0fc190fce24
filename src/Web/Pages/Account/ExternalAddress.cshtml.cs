using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Account;

/// <summary>The provider vouches for no address: the person gives one, and a letter to it shows that it is theirs.</summary>
[EnableRateLimiting(Purposes.Letter)]
public sealed class ExternalAddressModel(AddressProofs proofs, ExternalSignUp signUp, AccountAttempts attempts) : PageModel
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public Arrival? Arrival { get; private set; }
    public bool IsSent { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Arrival = await Arrival.OfAsync(HttpContext);
        Input.Email = Arrival?.Identity.Email ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Arrival = await Arrival.OfAsync(HttpContext);
        if (Arrival is null || !ModelState.IsValid || signUp.Mode == RegistrationMode.Closed) return Page();
        if (!attempts.MayWrite(Input.Email, HttpContext)) return new EmptyResult();

        await EvenTime.TakeAsync(() => proofs.SendAsync(Arrival.Identity, Input.Email.Trim(), CultureInfo.CurrentUICulture.Name, cancel));
        IsSent = true;
        return Page();
    }
}
