using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What is held open for somebody ends with their session: at once where it was ended on this node, within a second or so where on another. Asked for all of them together, and only while there are any.</summary>
public sealed class SessionEnds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionEnds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Watch, Guid> _watched = new();
    private readonly SemaphoreSlim _look = new(0);

    /// <summary>To be disposed by whoever watches.</summary>
    public Watch Of(Guid sessionId)
    {
        var watch = new Watch(this);
        if (_watched.IsEmpty) _look.Release();
        _watched[watch] = sessionId;
        return watch;
    }

    internal void LookNow() => _look.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)_look.WaitAsync(_watched.IsEmpty ? Timeout.InfiniteTimeSpan : Every, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException or OperationCanceledException)
            {
                // The next second asks again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(e, "Whether the watched sessions are over could not be asked");
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        if (_watched.IsEmpty) return;

        var watched = _watched.ToArray();
        var (ids, now) = (watched.Select(w => w.Value).Distinct().ToList(), clock.UtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var live = await scope.ServiceProvider.GetRequiredService<AppDbContext>().LiveSessions(now).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(cancel);
        foreach (var (watch, id) in watched) if (!live.Contains(id)) watch.End();
    }

    public sealed class Watch : IDisposable
    {
        private readonly SessionEnds _ends;
        private readonly CancellationTokenSource _over = new();

        internal Watch(SessionEnds ends) => _ends = ends;

        public CancellationToken Over => _over.Token;

        public void Dispose()
        {
            _ends._watched.TryRemove(this, out _);
            _over.Dispose();
        }

        internal void End()
        {
            if (!_ends._watched.TryRemove(this, out _)) return;
            _over.Cancel();
        }
    }
}
