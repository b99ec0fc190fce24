using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.News;

/// <summary>What is said now, of what is said now or later.</summary>
public sealed class CurrentAnnouncements(IServiceScopeFactory scopes, ChangeNotices notices, TimeProvider clock) : Remembered<Announcement>(scopes, notices, Topic, meanwhile: [])
{
    public const string Topic = "announcements";

    /// <summary>The newest first.</summary>
    public IEnumerable<Announcement> Now
    {
        get
        {
            var now = clock.UtcNow();
            return Rows.Where(a => a.IsOnAt(now));
        }
    }

    protected override async Task<IReadOnlyList<Announcement>> ReadAsync(AppDbContext db, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return await db.Announcements.AsNoTracking().Where(a => a.Until == null || a.Until > now).OrderByDescending(a => a.From).ToListAsync(cancel);
    }
}
