using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Security;

/// <summary>Back from the provider: the person sees whom it sent, and says that it is them.</summary>
[FreshProof]
public sealed class LinkingModel(ExternalSignIns signIns, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public Arrival? Arrival { get; private set; }

    public async Task OnGetAsync() => Arrival = await Arrival.OfAsync(HttpContext);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Arrival = await Arrival.OfAsync(HttpContext);
        if (Arrival is null) return Page();

        var linked = await signIns.LinkAsync(me.Id, Arrival.Key, Arrival.Identity, cancel);
        await Arrival.ForgetAsync(HttpContext);
        if (!linked) return RedirectToPage("Linked", new { problem = ExternalProblem.Taken });

        this.Toast(text["Account.Linked.Added"]);
        return RedirectToPage("Linked");
    }
}
