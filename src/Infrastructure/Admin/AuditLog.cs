using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>The append-only log of what admins, operators and the system itself did.</summary>
public sealed class AuditLog(AppDbContext db, TimeProvider clock)
{
    /// <summary>Makes the change and its log entry in one transaction: neither is ever there without the other.</summary>
    public Task<AuditEntry> RecordAsync(AuditActor actor, AuditAct act, string? reason, Func<Task> change, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            var at = clock.UtcNow();

            // Only locks: whoever comes second waits here, so the end of the chain read below is the end until commit.
            await db.AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(h => h.LockedAt, at), cancel);
            var head = await db.AuditHeads.SingleAsync(cancel);

            await change();
            var entry = head.Append(actor, act, at);
            db.AuditEntries.Add(entry);
            if (!string.IsNullOrWhiteSpace(reason)) db.AuditNotes.Add(new AuditNote(entry.Seq, reason));
            await db.SaveChangesAsync(cancel);
            return entry;
        }, cancel);

    public Task<AuditEntry> RecordAsync(AuditActor actor, AuditAct act, string? reason, CancellationToken cancel) =>
        RecordAsync(actor, act, reason, () => Task.CompletedTask, cancel);
}
