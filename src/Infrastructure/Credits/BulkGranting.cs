using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Gives many people the same sum: who they are is settled with the decision, and the giving is done in the background, for each of them once.</summary>
public sealed class BulkGranting(AppDbContext db, AdminGrant grants, AuditLog audit, IBackgroundJobs jobs, TimeProvider clock)
{
    // A statement may have some two thousand values on SQL Server.
    private const int Rows = 500;
    private const int Page = 100;

    /// <summary>Stale where there are not as many people as somebody was shown.</summary>
    public async Task<ActOutcome> OrderAsync(BulkGrantWish wish, IQueryable<AppUser> people, int seen, string reason, Guid actorId, CancellationToken cancel)
    {
        var outcome = await db.WriteAsync(async () =>
        {
            if (await db.BulkGrants.AnyAsync(g => g.Id == wish.Id, cancel)) return ActOutcome.Done;

            var ids = await people.Select(u => u.Id).OrderBy(id => id).ToListAsync(cancel);
            if (ids.Count != seen || ids.Count is 0 or > BulkGrant.MostPeople) return ActOutcome.Stale;

            var order = BulkGrant.Ask(wish, actorId, ids.Count, clock.UtcNow());
            db.BulkGrants.Add(order);
            var written = FormattableString.Invariant($"{wish.Credits} x {ids.Count}");
            var entry = await audit.RecordAsync(AuditActor.User(actorId), new AuditAct(AuditAction.BulkGrantOrdered, $"{wish.Id}", After: written) { PersonId = null }, reason, cancel);
            db.Entry(order).Property(g => g.AuditSeq).CurrentValue = entry.Seq;
            await db.SaveChangesAsync(cancel);
            foreach (var some in ids.Chunk(Rows)) await AddAsync(wish.Id, some, cancel);
            return ActOutcome.Done;
        }, cancel, isThere: () => db.BulkGrants.AnyAsync(g => g.Id == wish.Id, cancel));

        if (outcome == ActOutcome.Done) await jobs.EnqueueAsync<GiveBulkGrantJob, Guid>(wish.Id);
        return outcome;
    }

    /// <summary>Goes on where it was broken off.</summary>
    public async Task GiveAsync(Guid id, CancellationToken cancel)
    {
        if (!await ClaimAsync(id, cancel)) return;

        var order = await db.BulkGrants.AsNoTracking().SingleAsync(g => g.Id == id, cancel);
        var reason = await db.AuditNotes.Where(n => n.Seq == order.AuditSeq).Select(n => n.Reason).SingleOrDefaultAsync(cancel);
        while (await WaitingAsync(id, cancel) is { Count: > 0 } people)
        {
            var given = 0;
            foreach (var person in people) given += await GiveAsync(order, person, reason, cancel) ? 1 : 0;
            await ProgressAsync(id, given, people.Count - given, cancel);
        }

        await EndAsync(order, cancel);
    }

    /// <summary>Those that nobody carries out any more.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var lost = now - BulkGrant.Lease;
        var silent = await db.BulkGrants.Where(g => g.DoneAt == null && (g.LeaseUntil == null ? g.AskedAt <= lost : g.LeaseUntil <= now)).Select(g => g.Id).ToListAsync(cancel);
        foreach (var id in silent) await jobs.EnqueueAsync<GiveBulkGrantJob, Guid>(id);
    }

    private async Task<bool> GiveAsync(BulkGrant order, Guid person, string? reason, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var isHere = await db.Users.AnyAsync(u => u.Id == person && u.DeletedAt == null, cancel);
        var outcome = isHere
            ? await grants.GiveAsync(person, order.Credits, order.KeyFor(person), reason, AuditActor.User(order.ActorId), cancel, order.ExpiresAt)
            : GrantOutcome.TooMuch;
        var now = clock.UtcNow();
        await db.BulkGrantPeople.Where(p => p.BulkGrantId == order.Id && p.UserId == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.DoneAt, now), cancel);
        return outcome is GrantOutcome.Granted or GrantOutcome.AlreadyGranted;
    }

    // Counted anew: whoever was broken off may have given what they did not come to write down.
    private async Task EndAsync(BulkGrant order, CancellationToken cancel)
    {
        var (now, keys) = (clock.UtcNow(), AdminGrant.SourceKeyOf(order.Keys));
        var given = await db.CreditGrants.CountAsync(g => g.SourceKey.StartsWith(keys), cancel);
        await db.BulkGrants.Where(g => g.Id == order.Id).ExecuteUpdateAsync(
            g => g.SetProperty(x => x.DoneAt, now).SetProperty(x => x.LeaseUntil, (DateTime?)null).SetProperty(x => x.Given, given).SetProperty(x => x.Passed, x => x.People - given), cancel);
    }

    // Of all who want to carry it out, one does; who was silent for too long has lost it.
    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var until = now + BulkGrant.Lease;
        return await db.BulkGrants.Where(g => g.Id == id && g.DoneAt == null && (g.LeaseUntil == null || g.LeaseUntil <= now))
            .ExecuteUpdateAsync(g => g.SetProperty(x => x.LeaseUntil, until), cancel) == 1;
    }

    private Task<int> ProgressAsync(Guid id, int given, int passed, CancellationToken cancel)
    {
        var until = clock.UtcNow() + BulkGrant.Lease;
        return db.BulkGrants.Where(g => g.Id == id).ExecuteUpdateAsync(
            g => g.SetProperty(x => x.Given, x => x.Given + given).SetProperty(x => x.Passed, x => x.Passed + passed).SetProperty(x => x.LeaseUntil, until), cancel);
    }

    private Task<List<Guid>> WaitingAsync(Guid id, CancellationToken cancel) =>
        db.BulkGrantPeople.Where(p => p.BulkGrantId == id && p.DoneAt == null).OrderBy(p => p.UserId).Select(p => p.UserId).Take(Page).ToListAsync(cancel);

    private Task<int> AddAsync(Guid id, Guid[] people, CancellationToken cancel)
    {
        var rows = string.Join(", ", people.Select((_, i) => FormattableString.Invariant($"({{0}}, {{{i + 1}}})")));
        var sql = $"INSERT INTO \"BulkGrantPeople\" (\"BulkGrantId\", \"UserId\") VALUES {rows}";
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql, [id, .. people.Select(p => (object)p)]), cancel);
    }
}
