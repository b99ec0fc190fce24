using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Account.Security;

public sealed class IndexModel(AppDbContext db, UserManager<AppUser> users, CurrentUser me) : PageModel
{
    public Protection Has { get; private set; } = null!;
    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Has, Passkeys) = (await db.ProtectionOfAsync(me.Id, cancel), await users.PasskeysOfAsync(me.Id));
}
