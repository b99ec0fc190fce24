using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Account.Security;

public sealed class IndexModel(AppDbContext db, CurrentUser me) : PageModel
{
    public Protection Has { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Has = await db.ProtectionOfAsync(me.Id, cancel);
}
