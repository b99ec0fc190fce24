using System.CommandLine;
using System.CommandLine.Invocation;

namespace SaaSChat.Web.Commands;

/// <summary>What an operator can tell the program to do instead of serving: the first argument is a word, not a setting.</summary>
internal static class OperatorCommands
{
    private const int Misused = 2;

    private static readonly string[] Questions = ["-h", "--help", "-?", "--version"];

    // Whatever is not a command configures the server: --urls x, /urls x, urls=x.
    public static bool Named(string[] args) =>
        args is [{ Length: > 0 } first, ..] && (Questions.Contains(first, StringComparer.Ordinal) || (first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    // A command's options are its own: none of them, least of all a password, becomes a setting.
    public static string[] SettingsIn(string[] args) => Named(args) ? [] : args;

    /// <summary>Answers help and mistakes, which need no application, with their exit code; null when there is something to run or to serve.</summary>
    public static int? Explain(string[] args)
    {
        if (!Named(args)) return null;

        var asked = Tree(() => throw new InvalidOperationException("Help needs no services.")).Parse(args);
        if (asked.Errors.Count > 0) return Correct(asked, args);
        return asked.Action is SynchronousCommandLineAction ? asked.Invoke() : null;
    }

    public static Task<int> RunAsync(string[] args, IServiceProvider services) =>
        Tree(() => services).Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    private static RootCommand Tree(Func<IServiceProvider> services)
    {
        var root = new RootCommand("SaaSChat. Without a command it serves the site; settings come from appsettings.json, the environment and --Key:Name value.")
        {
            new Command("db", "The database.") { DbMigrate.Define(services), DbScript.Define(services) },
            new Command("users", "The people.") { UsersAdd.Define(services), UsersRole.Define(services), UsersResetFactor.Define(services) },
            new Command("invitations", "The codes to sign up with where registration is by invitation.")
            {
                InvitationsCreate.Define(services), InvitationsList.Define(services), InvitationsRevoke.Define(services),
            },
            new Command("credits", "What people can spend.") { CreditsGrant.Define(services), CreditsRefill.Define(services) },
            new Command("ledger", "The history of everybody's credits.") { LedgerAuditCommand.Define(services) },
            new Command("keys", "API keys.") { KeysCreate.Define(services) },
            new Command("demo", "Made-up people, to see the site at work.") { DemoSeed.Define(services) },
            new Command("audit", "The log of what admins and operators did.") { AuditCheckCommand.Define(services) },
        };
        var help = new Command("help", "Shows this.");
        help.SetAction(_ => root.Parse("--help").Invoke());
        root.Add(help);
        return root;
    }

    // The arguments are not repeated: a mistyped option's value may be a password.
    private static int Correct(ParseResult asked, string[] args)
    {
        var command = asked.CommandResult.Command;
        var mistake = command is RootCommand ? $"There is no command \"{args[0]}\"."
            : command.Subcommands.Count > 0 ? $"\"{args[0]}\" needs one of its commands: {string.Join(", ", command.Subcommands.Select(c => c.Name))}."
            : $"\"{args[0]} {command.Name}\" was given an option or value that it does not take, or lacks one that it needs.";
        Console.Error.WriteLine(mistake);
        command.Parse("--help").Invoke(new InvocationConfiguration { Output = Console.Error });
        return Misused;
    }
}
