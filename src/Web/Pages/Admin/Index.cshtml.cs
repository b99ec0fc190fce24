using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin;

public sealed class IndexModel(AppDbContext db, IWebHostEnvironment environment) : PageModel
{
    public int Users { get; private set; }
    public int Admins { get; private set; }
    public long AuditEntries { get; private set; }
    public string? Migration { get; private set; }

    public string Database => db.Database.IsSqlServer() ? "SQL Server" : "SQLite";
    public string Environment => environment.EnvironmentName;
    public string Version => typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    public string Runtime => System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription;

    public DateTime StartedAt
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.StartTime.ToUniversalTime();
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var adminRole = Roles.Ids[Roles.Admin];
        Users = await db.Users.CountAsync(cancel);
        Admins = await db.UserRoles.CountAsync(r => r.RoleId == adminRole, cancel);
        AuditEntries = (await db.AuditHeads.AsNoTracking().SingleAsync(cancel)).Seq;
        Migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
    }
}
