using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Exports;

/// <summary>Files that are written in the background, of each kind one at a time for each person.</summary>
public sealed class FileStore(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public IQueryable<Export> Of(Guid userId, ExportKind kind)
    {
        var now = clock.UtcNow();
        return db.Exports.AsNoTracking().Where(e => e.UserId == userId && e.Kind == kind && e.ExpiresAt > now).OrderByDescending(e => e.AskedAt);
    }

    /// <summary>Whoever asks again meanwhile is told of the one that is being written.</summary>
    public async Task<Guid> AskAsync(Guid userId, ExportKind kind, Func<Task<Export>> ask, CancellationToken cancel)
    {
        var (asked, isNew) = await db.WriteAsync(async () =>
        {
            var mine = db.Exports.Where(e => e.UserId == userId && e.Kind == kind);
            if (await mine.Where(e => e.State == ExportState.Waiting || e.State == ExportState.Running).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel) is { } known) return (known, false);

            // Of conversations there is one file: the newer holds what the older did.
            if (kind == ExportKind.Chats) await mine.ExecuteDeleteAsync(cancel);
            var export = await ask();
            db.Exports.Add(export);
            await db.SaveChangesAsync(cancel);
            return (export.Id, true);
        }, cancel);

        db.ChangeTracker.Clear();
        if (isNew) await jobs.EnqueueAsync<WriteExportJob, Guid>(asked);
        return asked;
    }

    /// <summary>Piece by piece: never more than one in memory.</summary>
    public async Task CopyAsync(Guid id, Stream to, CancellationToken cancel)
    {
        for (var number = 0; await db.ExportParts.AsNoTracking().Where(p => p.ExportId == id && p.Number == number).Select(p => p.Content).SingleOrDefaultAsync(cancel) is { } part; number++)
            await to.WriteAsync(part, cancel);
    }

    public Task ForgetAsync(Guid id, CancellationToken cancel) => db.Exports.Where(e => e.Id == id).ExecuteDeleteAsync(cancel);

    /// <summary>Finds those that nobody writes any more, gives up those that cannot be written, and deletes those whose day is over.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (lost, tooOld) = (now - Export.Lease, now - Patience);
        var silent = await db.Exports.AsNoTracking()
            .Where(e => (e.State == ExportState.Waiting && e.AskedAt <= lost) || (e.State == ExportState.Running && e.LeaseUntil <= now)).OrderBy(e => e.AskedAt).Take(100).ToListAsync(cancel);
        foreach (var export in silent)
        {
            if (export.AskedAt > tooOld) await jobs.EnqueueAsync<WriteExportJob, Guid>(export.Id);
            else await GiveUpAsync(export, now, cancel);
        }

        await db.Exports.Where(e => e.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }

    private Task<bool> GiveUpAsync(Export export, DateTime at, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var mine = await db.Exports.Where(e => e.Id == export.Id && e.State == export.State)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ExportState.Failed).SetProperty(x => x.DoneAt, at).SetProperty(x => x.LeaseUntil, (DateTime?)null), cancel);
        if (mine == 1) db.Notices.Add(Notice.Of(export.UserId, NoticeKind.ExportFailed, ExportWriting.KeyOf(export), $"{export.Id}", 0, at));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);
}
