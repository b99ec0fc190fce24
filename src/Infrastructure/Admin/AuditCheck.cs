using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>Walks the chain of the audit log and names the first entry that is not what was written.</summary>
public sealed class AuditCheck(AppDbContext db)
{
    public async Task<long?> FirstBrokenAsync(CancellationToken cancel)
    {
        // The log may grow meanwhile: it must reach the end that it had before and not pass the one that it has after.
        var before = await HeadAsync(cancel);
        var (seq, hash) = (0L, AuditHead.Genesis);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Seq != seq + 1 || entry.Hash != entry.HashAfter(hash)) return seq + 1;
            (seq, hash) = (entry.Seq, entry.Hash);
            if (seq == before.Seq && hash != before.Hash) return seq;
        }

        if (seq < before.Seq) return seq + 1;
        var after = await HeadAsync(cancel);
        return seq > after.Seq ? after.Seq + 1 : null;
    }

    private Task<AuditHead> HeadAsync(CancellationToken cancel) => db.AuditHeads.AsNoTracking().SingleAsync(cancel);
}
