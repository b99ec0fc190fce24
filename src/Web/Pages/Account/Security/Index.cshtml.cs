using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Pages.Account.Security;

public sealed class IndexModel(AppDbContext db, UserManager<AppUser> users, IAuthorizationService authorization, CurrentUser me) : PageModel
{
    public Protection Has { get; private set; } = null!;
    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    /// <summary>An admin to whom the administration stays closed until they come in with two factors.</summary>
    public bool IsKeptOut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Has, Passkeys) = (await db.ProtectionOfAsync(me.Id, cancel), await users.PasskeysOfAsync(me.Id));
        IsKeptOut = !(await authorization.AuthorizeAsync(User, null, new AdminProof())).Succeeded;
    }
}
