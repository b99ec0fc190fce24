using System.CommandLine;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Demo;

namespace SaaSChat.Web.Commands;

internal static class DemoSeed
{
    public static Command Define(Func<IServiceProvider> services)
    {
        var users = new Option<int>("--users") { HelpName = "number", DefaultValueFactory = _ => 50, Description = "How many people. Left out, 50." }.Within(1, 10_000);
        var days = new Option<int>("--days") { HelpName = "number", DefaultValueFactory = _ => 90, Description = "How many days they have been here. Left out, 90." }.Within(1, 730);

        return new Command("seed", "Adds made-up people with conversations, credits and usage. Never in production.") { users, days }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            if (scope.GetRequiredService<IHostEnvironment>().IsProduction()) return Refuse("made-up people have no place in production.");
            if (await scope.GetRequiredService<DemoPeople>().AddAsync(asked.GetValue(users), asked.GetValue(days), added => Tell(added, asked.GetValue(users)), cancel) is not { } calls) return Refuse("made-up people are here already.");

            Console.WriteLine(FormattableString.Invariant($"Added {asked.GetValue(users)} people with {calls} calls in {asked.GetValue(days)} days."));
            return 0;
        });
    }

    // On one line of a terminal; in a file, which keeps every line, not at all.
    private static void Tell(int added, int all)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write(FormattableString.Invariant($"\r{added} of {all} people{(added == all ? Environment.NewLine : "")}"));
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"Nobody was added: {sentence}");
        return 1;
    }
}
