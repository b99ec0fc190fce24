using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Asks the database about once a second which topics have changed on any node.</summary>
internal sealed class ChangeWatcher(
    IServiceScopeFactory scopes, ChangeNotices notices, IOptions<ChangeNoticesOptions> options, IHostApplicationLifetime lifetime, ILogger<ChangeWatcher> log) : BackgroundService
{
    // Empty at first: what was changed between a subscriber's first load and the first poll is told again rather than missed.
    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.PollEvery);
        do await TryPollAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A host that refuses to start takes its services away at once: nothing is asked before it stands.</summary>
    private async Task StartedAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.ThrowIfCancellationRequested();
    }

    private async Task TryPollAsync(CancellationToken cancel)
    {
        try
        {
            await PollAsync(cancel);
            if (_failing) log.LogInformation("Changes made on other nodes are heard again");
            _failing = false;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            if (!_failing) log.LogError(e, "Changes made on other nodes are not heard; asking again every {PollEvery}", options.Value.PollEvery);
            _failing = true;
        }
    }

    private async Task PollAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = await db.ChangeNotices.AsNoTracking().ToListAsync(cancel);

        await Task.WhenAll(now.Where(n => _known.GetValueOrDefault(n.Topic) != n.Version).Select(async notice =>
        {
            // Remembered only when every subscriber has applied it: one that failed is told again.
            await notices.TellAsync(notice.Topic, cancel);
            _known[notice.Topic] = notice.Version;
        }));
    }
}
