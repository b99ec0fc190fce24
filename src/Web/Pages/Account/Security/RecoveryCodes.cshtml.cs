using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Pages.Account.Security;

[FreshProof]
public sealed class RecoveryCodesModel(AppDbContext db, SecondFactor factor, CurrentUser me) : PageModel
{
    public Protection Has { get; private set; } = null!;
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Has = await db.ProtectionOfAsync(me.Id, cancel);

    // Answered as a page and not by a redirect: nothing keeps the codes that it would have to show.
    public async Task OnPostAsync(CancellationToken cancel)
    {
        Codes = await factor.RenewCodesAsync(me.Id, cancel);
        Has = await db.ProtectionOfAsync(me.Id, cancel);
    }
}
