using System.CommandLine;
using System.Globalization;

namespace SaaSChat.Web.Commands;

internal static class CommandAction
{
    /// <summary>A number out of its bounds is misuse; what is no number at all is told by the parser.</summary>
    public static Option<T> Within<T>(this Option<T> option, int least, int most)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var typed] && int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var number) && (number < least || number > most))
                given.AddError($"{option.Name} is from {least} to {most}.");
        });
        return option;
    }

    /// <summary>What the command does, in a scope of its own; its result is the program's exit code.</summary>
    public static Command Runs(this Command command, Func<IServiceProvider> services, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> act)
    {
        command.SetAction(async (asked, cancel) =>
        {
            await using var scope = services().CreateAsyncScope();
            return await act(scope.ServiceProvider, asked, cancel);
        });
        return command;
    }
}
