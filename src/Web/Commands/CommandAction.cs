using System.CommandLine;

namespace SaaSChat.Web.Commands;

internal static class CommandAction
{
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
