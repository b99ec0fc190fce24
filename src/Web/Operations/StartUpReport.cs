using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Operations;

/// <summary>What someone who has just started the site wants to know.</summary>
internal static partial class StartUpReport
{
    public static readonly string Version = typeof(StartUpReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly SimulatedPart Nothing = new("nothing", "");

    public static void Tell(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.Count == 0) return;

        var simulated = app.Services.GetServices<SimulatedPart>().DefaultIfEmpty(Nothing).ToList();
        if (app.Environment.IsDevelopment()) Console.WriteLine(Block(addresses, DatabaseOf(app), simulated));
        else Line(app.Logger, Version, string.Join(' ', addresses), DatabaseOf(app), string.Join(", ", simulated.Select(s => s.What)));
    }

    private static string Block(IEnumerable<string> addresses, string database, List<SimulatedPart> simulated) => $"""

        SaaSChat {Version} (Development)

          Open       {string.Join("\n             ", addresses)}
          Sign in    {DevelopmentAdmin.Email}  {DevelopmentAdmin.Password}
          Database   {database}
          Simulated  {string.Join("\n             ", simulated.Select(s => s == Nothing ? s.What : $"{s.What}: {s.Remedy}"))}
          Stop       Ctrl+C

        """;

    private static string DatabaseOf(WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        var connection = db.GetDbConnection();
        return db.IsSqlServer() ? $"SQL Server, {connection.Database} on {connection.DataSource}" : $"SQLite, {connection.DataSource}";
    }

    [LoggerMessage(1, LogLevel.Information, "SaaSChat {Version} serves {Addresses} on {Database}; simulated: {Simulated}")]
    private static partial void Line(ILogger log, string version, string addresses, string database, string simulated);
}
