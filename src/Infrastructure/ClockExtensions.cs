namespace SaaSChat.Infrastructure;

public static class ClockExtensions
{
    // Whole microseconds: not every database and format keeps a finer time, and the log's hashes cover what is read back.
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
