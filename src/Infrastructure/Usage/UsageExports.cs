using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Writes the file of an export: the words are the site's.</summary>
/// <param name="export">Which one.</param>
/// <param name="to">Where to.</param>
/// <param name="written">Told how many rows have been written, page by page.</param>
/// <param name="cancel">Ends it.</param>
public delegate Task WriteUsage(UsageExport export, Stream to, Func<long, Task> written, CancellationToken cancel);

/// <summary>Files of somebody's usage that are written in the background.</summary>
public sealed class UsageExports(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>So many rows are handed out at once; more are worth waiting for.</summary>
    public const int AtOnce = 10_000;

    public Task<bool> IsLargeAsync(Guid accountId, UsageFilter filter, CancellationToken cancel) =>
        db.UsageRecords.Of(accountId, filter).OrderBy(r => r.Seq).Skip(AtOnce).AnyAsync(cancel);

    /// <summary>One at a time for each person: whoever asks again meanwhile is told of the one that is being written.</summary>
    public async Task<Guid> AskAsync(Guid userId, Guid accountId, UsageFilter filter, string query, ExportFormat format, string language, CancellationToken cancel)
    {
        var running = await db.UsageExports.Where(e => e.UserId == userId && (e.State == ExportState.Waiting || e.State == ExportState.Running)).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
        if (running is { } known) return known;

        var last = await db.UsageRecords.Where(r => r.AccountId == accountId).MaxAsync(r => (long?)r.Seq, cancel) ?? 0;
        var rows = await db.UsageRecords.Of(accountId, filter).LongCountAsync(cancel);
        var export = UsageExport.Ask(userId, accountId, query, format, language, last, rows, clock.UtcNow());
        db.UsageExports.Add(export);
        await db.SaveChangesAsync(cancel);
        await jobs.EnqueueAsync<WriteUsageExportJob, Guid>(export.Id);
        return export.Id;
    }

    public Task<UsageExport?> FindAsync(Guid userId, Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.UsageExports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.UserId == userId && e.ExpiresAt > now, cancel);
    }

    /// <summary>Piece by piece: never more than one in memory.</summary>
    public async Task CopyAsync(Guid id, Stream to, CancellationToken cancel)
    {
        for (var number = 0; await db.UsageExportParts.AsNoTracking().Where(p => p.ExportId == id && p.Number == number).Select(p => p.Content).SingleOrDefaultAsync(cancel) is { } part; number++)
            await to.WriteAsync(part, cancel);
    }
}
