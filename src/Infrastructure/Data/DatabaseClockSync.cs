using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Asks SQL Server for its time before the node serves and each minute after. SQLite lives in this process: its clock is the machine's.</summary>
internal sealed class DatabaseClockSync(IServiceScopeFactory scopes, DatabaseClock clock, ILogger<DatabaseClockSync> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryMeasureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryMeasureAsync(stoppingToken);
    }

    private async Task TryMeasureAsync(CancellationToken cancel)
    {
        try
        {
            await MeasureAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The database's clock could not be read; the last correction stays");
        }
    }

    private async Task MeasureAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        // Opened first: the handshake would count as the database being late.
        await db.Database.OpenConnectionAsync(cancel);
        var asked = TimeProvider.System.UtcNow();
        var told = await db.Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(cancel);
        clock.Correct(told, asked, TimeProvider.System.UtcNow());
    }
}
