using System.CommandLine;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class AuditCheckCommand
{
    public static Command Define(Func<IServiceProvider> services) =>
        new Command("check", "Walks the chain of the audit log; exit code 1 when an entry is not what was written.")
            .Runs(services, async (scope, _, cancel) =>
            {
                await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
                if (await scope.GetRequiredService<AuditCheck>().FirstBrokenAsync(cancel) is { } broken)
                {
                    await Console.Error.WriteLineAsync($"The audit log is broken from entry {broken} on.");
                    return 1;
                }

                Console.WriteLine("The audit log is whole.");
                return 0;
            });
}
