using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class CreditsRefill
{
    private const string Off = "off";

    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { HelpName = "address", Description = "Whose account it is." };
        var plan = new Option<string>("--plan") { HelpName = "key", Description = "Or all accounts of a plan that have no refill of their own." };
        var amount = new Option<long>("--amount") { HelpName = "credits", Description = "How many credits come each time." };
        var every = new Option<string>("--every") { Required = true, HelpName = "interval", Description = "Such as \"1 day\" or \"12 hours\": seconds, minutes, hours, days, weeks or months. \"off\" ends it." };

        return new Command("refill", "Lets credits come by the clock, the first time one interval from now.") { email, plan, amount, every }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            if (await OwnerAsync(scope, asked.GetValue(email), asked.GetValue(plan), cancel) is not { } owner)
                return Refuse("give either the --email of somebody who has an account, or the key of a --plan that there is.");

            var (refills, interval) = (scope.GetRequiredService<Refills>(), asked.GetRequiredValue(every));
            return interval == Off ? await EndAsync(refills, owner, cancel) : await SetAsync(refills, owner, asked.GetValue(amount), interval, cancel);
        });
    }

    private static async Task<int> SetAsync(Refills refills, RefillOwner owner, long amount, string interval, CancellationToken cancel)
    {
        if (Interval.Parse(interval) is not { } every) return Refuse("--every is a number and a unit, from \"1 second\" to \"120 months\", or \"off\".");
        if (amount is < 1 or > CreditAccount.Most) return Refuse("--amount is a whole number above zero.");

        var schedule = await refills.SetAsync(owner, amount, every, AuditActor.Operator, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Set: {schedule}, next at {schedule.NextAfter(schedule.SetAt):yyyy-MM-dd HH:mm:ss} UTC."));
        return 0;
    }

    private static async Task<int> EndAsync(Refills refills, RefillOwner owner, CancellationToken cancel)
    {
        await refills.EndAsync(owner, AuditActor.Operator, cancel);
        Console.WriteLine("Off.");
        return 0;
    }

    private static async Task<RefillOwner?> OwnerAsync(IServiceProvider scope, string? email, string? plan, CancellationToken cancel)
    {
        if (email is null == plan is null) return null;
        if (plan is not null) return await scope.GetRequiredService<AppDbContext>().PlanAsync(plan, cancel) is null ? null : RefillOwner.Plan(plan);

        var user = await scope.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email!.Trim());
        if (user is null) return null;
        var accounts = scope.GetRequiredService<AppDbContext>().Accounts.OfPerson(user.Id);
        return RefillOwner.Person(user.Id, await accounts.Select(a => a.Id).SingleAsync(cancel));
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"Nothing was set: {sentence}");
        return 1;
    }
}
