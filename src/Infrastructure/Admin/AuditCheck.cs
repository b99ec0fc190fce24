using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>Walks the chain of the audit log and names the first entry that is not what was written.</summary>
public sealed class AuditCheck(AppDbContext db)
{
    public async Task<long?> FirstBrokenAsync(CancellationToken cancel)
    {
        var (seq, hash) = (0L, AuditHead.Genesis);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Seq != seq + 1 || entry.Hash != entry.HashAfter(hash)) return seq + 1;
            (seq, hash) = (entry.Seq, entry.Hash);
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancel);
        return head.Seq == seq && head.Hash == hash ? null : seq + 1;
    }
}
