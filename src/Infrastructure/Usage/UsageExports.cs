using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Exports;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Writes the file of an export: the words are the site's.</summary>
/// <param name="export">Which one.</param>
/// <param name="to">Where to.</param>
/// <param name="written">Told how many rows have been written, page by page.</param>
/// <param name="cancel">Ends it.</param>
public delegate Task WriteUsage(Export export, Stream to, Func<long, Task> written, CancellationToken cancel);

/// <summary>Files of somebody's usage that are written in the background.</summary>
public sealed class UsageExports(AppDbContext db, FileStore files, TimeProvider clock)
{
    /// <summary>So many rows are handed out at once; more are worth waiting for.</summary>
    public const int AtOnce = 10_000;

    public Task<bool> IsLargeAsync(Guid accountId, UsageFilter filter, CancellationToken cancel) =>
        db.UsageRecords.Of(accountId, filter).OrderBy(r => r.Seq).Skip(AtOnce).AnyAsync(cancel);

    public Task<Guid> AskAsync(Guid userId, Guid accountId, UsageFilter filter, string query, ExportFormat format, string language, CancellationToken cancel) =>
        files.AskAsync(userId, ExportKind.Usage, async () =>
        {
            var last = await db.UsageRecords.Where(r => r.AccountId == accountId).MaxAsync(r => (long?)r.Seq, cancel) ?? 0;
            var rows = await db.UsageRecords.Of(accountId, filter).LongCountAsync(cancel);
            return Export.OfUsage(userId, accountId, new UsageOrder(query, format, language, last, rows), clock.UtcNow());
        }, cancel);
}
