using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin;

/// <summary>To each role what is theirs; the rest stays unknown.</summary>
public sealed class IndexModel(AppDbContext db, HealthCheckService health, CurrentUser me) : PageModel
{
    public int? Users { get; private set; }
    public int? Admins { get; private set; }
    public long? AuditEntries { get; private set; }
    public HealthStatus? Health { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (me.May(Roles.Support)) Users = await db.Users.CountAsync(cancel);
        if (me.May(Roles.Ops)) Health = (await health.CheckHealthAsync(cancel)).Status;
        if (!me.IsAdmin) return;

        var adminRole = Roles.Ids[Roles.Admin];
        Admins = await db.UserRoles.CountAsync(r => r.RoleId == adminRole, cancel);
        AuditEntries = (await db.AuditHeads.AsNoTracking().SingleAsync(cancel)).Seq;
    }
}
