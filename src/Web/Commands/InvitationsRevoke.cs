using System.CommandLine;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class InvitationsRevoke
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var id = new Option<Guid>("--id") { Required = true, HelpName = "id", Description = "As \"invitations list\" prints it." };

        return new Command("revoke", "Ends an invitation: nobody signs up with its code any more.") { id }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            if (await scope.GetRequiredService<Invitations>().RevokeAsync(asked.GetRequiredValue(id), AuditActor.Operator, cancel))
            {
                Console.WriteLine("Revoked.");
                return 0;
            }

            await Console.Error.WriteLineAsync("Nothing was revoked: there is no such invitation, or it was revoked before.");
            return 1;
        });
    }
}
