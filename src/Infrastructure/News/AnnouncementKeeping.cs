using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.News;

/// <summary>How admins say something to many people, change it and end it. Every node shows it within three seconds.</summary>
public sealed class AnnouncementKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices, TimeProvider clock)
{
    public const int Shown = 100;

    public async Task<IReadOnlyList<Announcement>> LatestAsync(CancellationToken cancel) =>
        await db.Announcements.AsNoTracking().OrderByDescending(a => a.From).ThenBy(a => a.Id).Take(Shown).ToListAsync(cancel);

    public Task<Announcement?> FindAsync(Guid id, CancellationToken cancel) => db.Announcements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);

    public Task MakeAsync(AnnouncementDraft draft, AuditActor by, CancellationToken cancel)
    {
        var made = Announcement.Make(draft);
        return audit.RecordAsync(by, new AuditAct(AuditAction.AnnouncementMade, $"{made.Id}", After: Written(made)), null, async () =>
        {
            db.Announcements.Add(made);
            await notices.RaiseAsync(db, CurrentAnnouncements.Topic, cancel);
        }, cancel);
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public async Task<bool> ChangeAsync(Guid id, byte[] version, AnnouncementDraft draft, AuditActor by, CancellationToken cancel)
    {
        var after = Announcement.Make(draft);
        return await AlterAsync(id, AuditAction.AnnouncementChanged, version, Written(after), a => a.Change(draft), by, cancel);
    }

    /// <summary>False where there is none that is still shown or to come.</summary>
    public async Task<bool> EndAsync(Guid id, AuditActor by, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return await FindAsync(id, cancel) is { } known && !known.IsOverAt(now)
            && await AlterAsync(id, AuditAction.AnnouncementEnded, known.RowVersion, "ended", a => a.TryEnd(now), by, cancel);
    }

    private async Task<bool> AlterAsync(Guid id, AuditAction action, byte[] version, string after, Action<Announcement> change, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } before || !before.IsAt(version)) return false;

        return await audit.TryRecordAsync(by, new AuditAct(action, $"{id}", Written(before), after), null, async () =>
        {
            change(db.At(await db.Announcements.SingleAsync(a => a.Id == id, cancel), version));
            await notices.RaiseAsync(db, CurrentAnnouncements.Topic, cancel);
        }, cancel);
    }

    private static string Written(Announcement a) => string.Create(CultureInfo.InvariantCulture, $"{a.Tone} for {a.Audience}, from {a.From:u}, until {a.Until:u}: {a.English} / {a.Arabic}");
}
