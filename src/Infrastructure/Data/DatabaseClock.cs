using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Infrastructure.Data;

/// <summary>The one clock: the machine's, corrected to the database's, so that all nodes agree on the time.</summary>
public sealed class DatabaseClock : TimeProvider
{
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _offsetTicks));

    internal void Correct(TimeSpan offset) => Volatile.Write(ref _offsetTicks, offset.Ticks);
}

internal sealed class DatabaseClockSync(IServiceScopeFactory scopes, DatabaseClock clock, ILogger<DatabaseClockSync> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The database's clock could not be read; the last correction stays");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task MeasureAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        // SQLite lives in this process: its clock is the machine's.
        if (!db.Database.IsSqlServer()) return;

        var asked = TimeProvider.System.GetUtcNow().UtcDateTime;
        var told = await db.Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(cancel);
        var answered = TimeProvider.System.GetUtcNow().UtcDateTime;
        clock.Correct(DateTime.SpecifyKind(told, DateTimeKind.Utc) - (asked + (answered - asked) / 2));
    }
}
