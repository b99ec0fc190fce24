using System.Diagnostics;

namespace SaaSChat.Web.Accounts;

/// <summary>Answers that must not tell by their time what was done for them.</summary>
internal static class EvenTime
{
    // More than a hash, a few reads and a write take.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    public static async Task<T> TakeAsync<T>(Func<Task<T>> answer)
    {
        var started = Stopwatch.GetTimestamp();
        var given = await answer();
        await RestAsync(started);
        return given;
    }

    public static Task TakeAsync(Func<Task> answer) => TakeAsync(async () =>
    {
        await answer();
        return 0;
    });

    // A timer may ring a few milliseconds early.
    public static async Task RestAsync(long started)
    {
        while (Least - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest) await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)));
    }
}
