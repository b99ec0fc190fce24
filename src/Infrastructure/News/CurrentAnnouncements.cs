using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.News;

/// <summary>What is said now or later, in memory, loaded again when any node changes it.</summary>
public sealed class CurrentAnnouncements : IDisposable
{
    public const string Topic = "announcements";

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private IReadOnlyList<Announcement> _known = [];

    public CurrentAnnouncements(IServiceScopeFactory scopes, ChangeNotices notices, TimeProvider clock)
    {
        (_scopes, _clock) = (scopes, clock);
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    /// <summary>Others are said from now on.</summary>
    public event EventHandler? Changed;

    /// <summary>The newest first.</summary>
    public IEnumerable<Announcement> Now
    {
        get
        {
            var now = _clock.UtcNow();
            return _known.Where(a => a.IsOnAt(now));
        }
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = _clock.UtcNow();
        _known = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Announcements.AsNoTracking()
            .Where(a => a.Until == null || a.Until > now).OrderByDescending(a => a.From).ToListAsync(cancel);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose() => _subscription.Dispose();
}
