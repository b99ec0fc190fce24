using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.News;

/// <summary>The incidents of the status page: opened, and told on. Nothing that was said there is altered or taken away.</summary>
public sealed class IncidentKeeping(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private IQueryable<Incident> All => db.Incidents.AsNoTracking().Include(i => i.Updates.OrderByDescending(u => u.At));

    /// <summary>Those that are open, and those of the last ninety days; the newest first.</summary>
    public async Task<IReadOnlyList<Incident>> ShownAsync(CancellationToken cancel)
    {
        var since = clock.UtcNow() - Remembered;
        return await All.Where(i => i.ResolvedAt == null || i.BegunAt > since).OrderByDescending(i => i.BegunAt).ToListAsync(cancel);
    }

    public Task<Incident?> FindAsync(Guid id, CancellationToken cancel) => All.SingleOrDefaultAsync(i => i.Id == id, cancel);

    public async Task<Guid> OpenAsync(BothLanguages title, IncidentImpact impact, IncidentState state, BothLanguages words, AuditActor by, CancellationToken cancel)
    {
        var opened = Incident.Open(title, impact, state, words, clock.UtcNow());
        await audit.RecordAsync(by, new AuditAct(AuditAction.IncidentOpened, $"{opened.Id}", After: $"{impact}, {state}: {title.English} / {title.Arabic}"), null, () => Task.FromResult(db.Incidents.Add(opened)), cancel);
        return opened.Id;
    }

    /// <summary>False where there is none, and where somebody said something since it was at this version.</summary>
    public async Task<bool> SayAsync(Guid id, byte[] version, IncidentState state, BothLanguages words, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } before || !before.IsAt(version)) return false;

        var act = new AuditAct(AuditAction.IncidentUpdated, $"{id}", $"{before.Updates[0].State}", $"{state}: {words.English} / {words.Arabic}");
        return await audit.TryRecordAsync(by, act, null, async () =>
            db.At(await db.Incidents.SingleAsync(i => i.Id == id, cancel), version).Say(state, words, clock.UtcNow()), cancel);
    }
}
