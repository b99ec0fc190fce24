using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>The append-only log of what admins, operators and the system itself did.</summary>
public sealed class AuditLog(AppDbContext db, TimeProvider clock)
{
    /// <summary>Makes the change and its log entry in one transaction: neither is ever there without the other.</summary>
    public Task<AuditEntry> RecordAsync(AuditActor actor, AuditAct act, string? reason, Func<Task> change, CancellationToken cancel)
    {
        var hash = "";
        return db.WriteAsync(async () =>
        {
            var head = await LockAsync(cancel);
            await change();
            var entry = head.Append(actor, act, clock.UtcNow());
            db.AuditEntries.Add(entry);
            if (!string.IsNullOrWhiteSpace(reason)) db.AuditNotes.Add(new AuditNote(entry.Seq, act.PersonId, reason));
            await db.SaveChangesAsync(cancel);
            hash = entry.Hash;
            return entry;
        }, cancel, isThere: () => db.AuditEntries.AnyAsync(e => e.Hash == hash, cancel));
    }

    /// <summary>The same; false where a row that it changes is no longer as it was: nothing is recorded then.</summary>
    public async Task<bool> TryRecordAsync(AuditActor actor, AuditAct act, string? reason, Func<Task> change, CancellationToken cancel)
    {
        try
        {
            await RecordAsync(actor, act, reason, change, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public Task<AuditEntry> RecordAsync(AuditActor actor, AuditAct act, string? reason, CancellationToken cancel) =>
        RecordAsync(actor, act, reason, () => Task.CompletedTask, cancel);

    // The update only locks: whoever comes second waits here, so the end of the chain that is read next is the end until commit.
    private async Task<AuditHead> LockAsync(CancellationToken cancel)
    {
        await db.AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(h => h.LockedAt, clock.UtcNow()), cancel);
        return await db.AuditHeads.SingleAsync(cancel);
    }
}
