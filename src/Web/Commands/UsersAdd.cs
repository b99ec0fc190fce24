using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class UsersAdd
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Where to reach them; also the name to sign in with." };
        var password = new Option<string>("--password") { HelpName = "password", Description = "At least 12 characters. Left out, it is asked for, or read from standard input." };
        var role = new Option<string?>("--role") { HelpName = "role", Description = "support, ops or admin. Left out, they only use the site." };
        var admin = new Option<bool>("--admin") { Description = "The same as --role admin." };
        var plan = new Option<string?>("--plan") { HelpName = "plan", Description = "The key of a plan, such as free, basic or premium, with its first month's credits. Left out, free." };
        role.AcceptOnlyFromAmong([.. Roles.Ids.Keys]);
        role.Validators.Add(given =>
        {
            if (given.GetValue(admin) && given.GetValueOrDefault<string>() != Roles.Admin) given.AddError("--admin is another role than --role says.");
        });

        return new Command("add", "Adds a person, confirmed and ready to sign in.") { email, password, role, admin, plan }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var address = asked.GetRequiredValue(email).Trim();
            if (!new EmailAddressAttribute().IsValid(address)) return Refuse("--email is not an e-mail address.");

            var key = asked.GetValue(plan);
            var offer = key is null ? null : await scope.GetRequiredService<AppDbContext>().PlanAsync(key, cancel);
            if (key is not null && offer is not { Renews: true }) return Refuse($"there is no plan {key} for people.");

            var chosen = asked.GetValue(admin) ? Roles.Admin : asked.GetValue(role);
            var added = await scope.GetRequiredService<NewUser>().AddAsync(address, asked.GetValue(password) ?? HiddenInput.Read("Password: "), chosen, AuditActor.Operator, cancel, offer);
            if (!added.Succeeded) return Refuse(string.Join(' ', added.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal)));

            Console.WriteLine(chosen is null ? $"Added {address}." : $"Added {address}, {chosen}.");
            return 0;
        });
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"Nobody was added: {sentence}");
        return 1;
    }
}
