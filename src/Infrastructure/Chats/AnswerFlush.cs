using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Once a second: keeps what the node's answers have come to, all in one transaction, and sees which of them somebody wants to end.</summary>
internal sealed class AnswerFlush(Answers answers, IServiceScopeFactory scopes, ILogger<AnswerFlush> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>The node stops: what has arrived is charged and kept, and whoever asked is told.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await answers.StopAllAsync(AnswerEnding.NodeLost).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            try
            {
                await FlushAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or TimeoutException)
            {
                // The leases outlive many of these; the next second tries again.
                log.LogError(e, "What the answers of this node have come to could not be kept");
            }
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        if (answers.Running is not { Count: > 0 } running) return;

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AnswerCalls>().FlushAsync(running, cancel);

        var ids = running.Select(r => r.Id).ToList();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        foreach (var id in await db.Messages.Where(m => ids.Contains(m.Id) && m.StopAskedAt != null).Select(m => m.Id).ToListAsync(cancel))
            answers.Find(id)?.Stop(AnswerEnding.StoppedByPerson);
    }
}
