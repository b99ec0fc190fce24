using System.CommandLine;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class UsersResetFactor
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Whose." };

        return new Command("reset-factor", "Switches off the second factor of somebody who has lost it, and ends their sessions.") { email }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var address = asked.GetRequiredValue(email).Trim();
            if (await scope.GetRequiredService<FactorReset>().ResetAsync(address, AuditActor.Operator, null, cancel))
            {
                Console.WriteLine($"{address} signs in with the password alone now.");
                return 0;
            }

            await Console.Error.WriteLineAsync("Nothing was changed: nobody with this address has a second factor.");
            return 1;
        });
    }
}
