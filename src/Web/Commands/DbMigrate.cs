using System.CommandLine;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class DbMigrate
{
    public static Command Define(Func<IServiceProvider> services) =>
        new Command("migrate", "Brings the database to this program's model; needs a login that may change tables.")
            .Runs(services, async (provider, _, cancel) =>
            {
                var applied = await provider.GetRequiredService<DatabaseStart>().MigrateAsync(cancel);
                Console.WriteLine(applied.Count == 0 ? "Nothing to do: the database is up to date." : $"Applied {string.Join(", ", applied)}.");
                return 0;
            });
}
