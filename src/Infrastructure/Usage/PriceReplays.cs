using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Charges the calls of the last days once more, account by account, from the newest call back: no row outside of the days is read.</summary>
public sealed class PriceReplays(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    private const int Page = 1_000;

    public async Task<Guid> AskAsync(Guid actorId, PriceChange change, CancellationToken cancel)
    {
        var replay = PriceReplay.Ask(actorId, change, clock.UtcNow());
        db.PriceReplays.Add(replay);
        await db.SaveChangesAsync(cancel);
        await jobs.EnqueueAsync<ReplayPricesJob, Guid>(replay.Id);
        return replay.Id;
    }

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        if (!await ClaimAsync(id, cancel)) return;

        var replay = await db.PriceReplays.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var day = DateOnly.FromDateTime(replay.From);
        var accounts = await db.UsageDays.Where(d => d.Day >= day).Select(d => d.AccountId).Distinct().OrderBy(a => a).ToListAsync(cancel);
        var lines = new Dictionary<string, PriceReplayLine>(StringComparer.Ordinal);
        for (var done = 0; done < accounts.Count; done++)
        {
            await AddAsync(replay, accounts[done], lines, cancel);
            if (done % Page == 0) await ProgressAsync(id, done, accounts.Count, cancel);
        }

        await EndAsync(id, lines.Values, cancel);
    }

    /// <summary>Finds those that nobody reckons any more, and forgets those whose day is over.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (lost, old) = (now - PriceReplay.Lease, now - PriceReplay.Kept);
        await db.PriceReplays.Where(r => r.AskedAt <= old).ExecuteDeleteAsync(cancel);
        var silent = await db.PriceReplays.Where(r => r.DoneAt == null && (r.LeaseUntil == null ? r.AskedAt <= lost : r.LeaseUntil <= now)).Select(r => r.Id).ToListAsync(cancel);
        foreach (var id in silent) await jobs.EnqueueAsync<ReplayPricesJob, Guid>(id);
    }

    private async Task AddAsync(PriceReplay replay, Guid account, Dictionary<string, PriceReplayLine> lines, CancellationToken cancel)
    {
        for (long? before = null; ;)
        {
            var page = await db.UsageRecords.AsNoTracking().Of(account, UsageFilter.All).NewestBefore(before, Page).Include(r => r.Parts).ToListAsync(cancel);
            foreach (var record in page.Where(r => r.At >= replay.From && r.At <= replay.AskedAt && replay.Change.Concerns(r.ModelKey)))
            {
                if (replay.Change.Of(record) is not { } charge) continue;
                var line = lines.GetValueOrDefault(record.ModelKey) ?? new(replay.Id, record.ModelKey, 0, 0, 0, 0, 0);
                lines[record.ModelKey] = line.With(record, charge);
            }

            if (page.Count < Page || page[^1].At < replay.From) return;
            before = page[^1].Seq;
        }
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var until = now + PriceReplay.Lease;
        return await db.PriceReplays.Where(r => r.Id == id && r.DoneAt == null && (r.LeaseUntil == null || r.LeaseUntil <= now))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseUntil, until), cancel) == 1;
    }

    private Task<int> ProgressAsync(Guid id, int done, int inAll, CancellationToken cancel)
    {
        var until = clock.UtcNow() + PriceReplay.Lease;
        return db.PriceReplays.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Done, done).SetProperty(x => x.InAll, inAll).SetProperty(x => x.LeaseUntil, until), cancel);
    }

    // Whoever was taken for dead and is not finds it done.
    private Task<bool> EndAsync(Guid id, IReadOnlyCollection<PriceReplayLine> lines, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.UtcNow();
        if (await db.PriceReplays.Where(r => r.Id == id && r.DoneAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.DoneAt, now), cancel) == 0) return false;

        db.AddRange(lines);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel, isThere: () => db.PriceReplays.AnyAsync(r => r.Id == id && r.DoneAt != null, cancel));
}
