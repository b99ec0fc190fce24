using System.CommandLine;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class DbScript
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var provider = new Option<DatabaseProvider>("--provider")
        {
            Description = "Which database the script is for. SQL Server's can be run again and again; SQLite's is for an empty file.",
            DefaultValueFactory = _ => DatabaseProvider.SqlServer,
        };
        return new Command("script", "Prints the whole database as SQL.") { provider }.Runs(services, (scope, asked, _) =>
        {
            Console.Out.Write(new MigrationScript(scope).For(asked.GetValue(provider)));
            return Task.FromResult(0);
        });
    }
}
