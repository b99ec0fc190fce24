using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Security;

/// <summary>The bans that stand, in memory: asked by every request, loaded again when any node changes one.</summary>
public sealed class BanList(
    IServiceScopeFactory scopes, ChangeNotices notices, BanOrders orders, LastValid<ViolationOptions> options, TimeProvider clock) : IHostedService, IDisposable
{
    public const string Topic = "bans";

    private const int AtMost = 100_000;

    private volatile FrozenDictionary<Offender, DateTime> _until = FrozenDictionary<Offender, DateTime>.Empty;
    private IDisposable? _subscription;

    /// <summary>When the offender's ban ends, or null when they are free to ask.</summary>
    public DateTime? UntilOf(Offender offender) =>
        options.Value.Enabled && (orders.HeldUntil(offender) ?? StoredUntil(offender)) is { } until && until > clock.UtcNow() ? until : null;

    // Loaded before the first request is served: the server starts after the other hosted services.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = notices.Subscribe(Topic, LoadAsync);
        await LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _subscription?.Dispose();

    private DateTime? StoredUntil(Offender offender) => _until.TryGetValue(offender, out var until) ? until : null;

    private async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var bans = await db.Bans.AsNoTracking().ActiveAt(clock.UtcNow()).LongestFirst().Take(AtMost)
            .Select(b => new { b.Kind, b.Subject, b.Until }).ToListAsync(cancel);

        var until = new Dictionary<Offender, DateTime>();
        foreach (var ban in bans)
        {
            if (Offender.Parse(ban.Kind, ban.Subject) is { } offender) until.TryAdd(offender, ban.Until);
        }

        _until = until.ToFrozenDictionary();
    }
}
