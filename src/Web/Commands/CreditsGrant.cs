using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class CreditsGrant
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Whom to give them to." };
        var amount = new Option<long>("--amount") { Required = true, HelpName = "credits", Description = "How many; a million are worth one dollar." };
        var reason = new Option<string>("--reason") { Required = true, HelpName = "words", Description = "Why; kept in the log." };

        return new Command("grant", "Gives a person credits that do not expire.") { email, amount, reason }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var (address, credits) = (asked.GetRequiredValue(email).Trim(), asked.GetRequiredValue(amount));
            if (credits <= 0) return Refuse("--amount is not above zero.");
            if (await scope.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(address) is not { } user) return Refuse($"nobody has the address {address}.");

            var outcome = await scope.GetRequiredService<AdminGrant>()
                .GiveAsync(user.Id, credits, Ids.NewId().ToString("N"), asked.GetRequiredValue(reason), AuditActor.Operator, cancel);
            if (outcome != GrantOutcome.Granted) return Refuse($"{address} would have more than {CreditAccount.Most} credits.");

            Console.WriteLine(FormattableString.Invariant($"Gave {address} {credits} credits."));
            return 0;
        });
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"Nothing was given: {sentence}");
        return 1;
    }
}
