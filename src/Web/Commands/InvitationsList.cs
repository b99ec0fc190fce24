using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class InvitationsList
{
    public static Command Define(Func<IServiceProvider> services) =>
        new Command("list", "Prints the invitations, newest first: id, uses left of all, valid until, state.").Runs(services, async (scope, _, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var now = scope.GetRequiredService<TimeProvider>().UtcNow();
            var all = await scope.GetRequiredService<AppDbContext>().Invitations.AsNoTracking().OrderByDescending(i => i.CreatedAt).ToListAsync(cancel);
            foreach (var invitation in all)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{invitation.Id}  {invitation.UsesLeft}/{invitation.Uses}  {invitation.ExpiresAt:u}  {StateOf(invitation, now)}"));
            }

            return 0;
        });

    private static string StateOf(Invitation invitation, DateTime now) =>
        invitation.RevokedAt is not null ? "revoked"
        : invitation.IsUsable(now) ? "open"
        : invitation.UsesLeft == 0 ? "used up"
        : "expired";
}
