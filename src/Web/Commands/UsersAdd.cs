using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class UsersAdd
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Where to reach them; also the name to sign in with." };
        var password = new Option<string>("--password") { HelpName = "password", Description = "At least 12 characters. Left out, it is asked for, or read from standard input." };
        var admin = new Option<bool>("--admin") { Description = "Makes them an admin." };

        return new Command("add", "Adds a person, confirmed and ready to sign in.") { email, password, admin }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var address = asked.GetRequiredValue(email).Trim();
            if (!new EmailAddressAttribute().IsValid(address)) return Refuse("--email is not an e-mail address.");

            var role = asked.GetValue(admin) ? Roles.Admin : null;
            var added = await scope.GetRequiredService<NewUser>().AddAsync(address, asked.GetValue(password) ?? HiddenInput.Read("Password: "), role, AuditActor.Operator, cancel);
            if (!added.Succeeded) return Refuse(string.Join(' ', added.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal)));

            Console.WriteLine(role is null ? $"Added {address}." : $"Added {address} as an admin.");
            return 0;
        });
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"Nobody was added: {sentence}");
        return 1;
    }
}
