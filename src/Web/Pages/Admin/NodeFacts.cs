using System.Diagnostics;
using System.Runtime.InteropServices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Operations;

namespace SaaSChat.Web.Pages.Admin;

/// <summary>What runs here, since when.</summary>
public sealed record NodeFacts(string Name, string Version, string Environment, string Runtime, string Database, string? Migration, DateTime StartedAt)
{
    internal static NodeFacts Of(IWebHostEnvironment environment, AppDbContext db, string? migration)
    {
        using var process = Process.GetCurrentProcess();
        return new NodeFacts(
            System.Environment.MachineName, StartUpReport.Version, environment.EnvironmentName, RuntimeInformation.FrameworkDescription,
            db.IsOnSqlServer ? "SQL Server" : "SQLite", migration, process.StartTime.ToUniversalTime());
    }
}
