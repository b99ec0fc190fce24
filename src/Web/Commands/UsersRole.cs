using System.CommandLine;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class UsersRole
{
    private const string None = "none";

    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Whose." };
        var role = new Option<string>("--role") { Required = true, HelpName = "role", Description = "support, ops, admin, or none for somebody who only uses the site." };
        role.AcceptOnlyFromAmong([None, .. Roles.Ids.Keys]);

        return new Command("role", "Gives a person another role, and ends their sessions.") { email, role }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var (address, chosen) = (asked.GetRequiredValue(email).Trim(), asked.GetRequiredValue(role));
            if (!await scope.GetRequiredService<RoleChange>().SetAsync(address, chosen == None ? null : chosen, AuditActor.Operator, cancel))
            {
                await Console.Error.WriteLineAsync("Nothing was changed: nobody has this address.");
                return 1;
            }

            Console.WriteLine(chosen == None ? $"{address} has no role." : $"{address} has the role {chosen}.");
            return 0;
        });
    }
}
