using System.CommandLine;
using System.Globalization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class InvitationsCreate
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var uses = new Option<int>("--uses") { HelpName = "number", Description = "How many people may sign up with it.", DefaultValueFactory = _ => 1 }.Within(1, Invitation.MostUses);
        var days = new Option<int>("--days") { HelpName = "number", Description = "How long it is valid.", DefaultValueFactory = _ => 14 }.Within(1, Invitation.MostDays);

        return new Command("create", "Makes an invitation code and prints it, this once.") { uses, days }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var (invitation, code) = await scope.GetRequiredService<Invitations>()
                .CreateAsync(asked.GetValue(uses), TimeSpan.FromDays(asked.GetValue(days)), AuditActor.Operator, cancel);

            Console.WriteLine(code);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Uses: {invitation.Uses}, until {invitation.ExpiresAt:u}, id {invitation.Id}. Only its hash is kept: the code is not shown again."));
            return 0;
        });
    }
}
