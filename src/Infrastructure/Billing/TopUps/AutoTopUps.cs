using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>What somebody agrees to and takes back, with the proof of it: both or neither.</summary>
public sealed class AutoTopUps(AppDbContext db, CreditLedger ledger, IBackgroundJobs jobs)
{
    public Task<AutoTopUp?> FindAsync(Guid accountId, CancellationToken cancel) => db.AutoTopUps.AsNoTracking().SingleOrDefaultAsync(t => t.AccountId == accountId, cancel);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<PastTopUp>> LatestAsync(Guid accountId, int most, CancellationToken cancel) => await db.TopUps.AsNoTracking().Where(t => t.AccountId == accountId)
        .OrderByDescending(t => t.BegunAt).Take(most).Join(db.Orders.AsNoTracking(), t => t.OrderId, o => o.Id, (t, o) => new PastTopUp(t, o)).ToListAsync(cancel);

    /// <param name="accountId">Whose card is charged.</param>
    /// <param name="userId">Who agrees.</param>
    /// <param name="text">The sentence as they saw it.</param>
    public async Task AgreeAsync(Guid accountId, Guid userId, TopUpTerms terms, string text, CancellationToken cancel)
    {
        await ledger.ChangeAsync(accountId, async credits =>
        {
            var agreed = await db.AutoTopUps.SingleOrDefaultAsync(t => t.AccountId == accountId, cancel);
            if (agreed is null) db.AutoTopUps.Add(agreed = AutoTopUp.Of(accountId, userId));
            agreed.Agree(terms, credits.At);
            db.TopUpConsents.Add(TopUpConsent.Give(agreed, await NextSeqAsync(accountId, cancel), text, credits.At));
            credits.Account.TopUpWhenBelow(terms.Threshold);
            return true;
        }, cancel);
        await jobs.EnqueueAsync<TopUpJob, Guid>(accountId);
    }

    /// <summary>False when it is off already. A charge that has begun is still finished.</summary>
    public Task<bool> TakeBackAsync(Guid accountId, CancellationToken cancel) => ledger.ChangeAsync(accountId, async credits =>
    {
        if (await db.AutoTopUps.SingleOrDefaultAsync(t => t.AccountId == accountId, cancel) is not { IsOn: true } agreed) return false;

        TopUpBooks.SwitchOff(credits, agreed, TopUpOff.Owner);
        db.TopUpConsents.Add(TopUpConsent.TakeBack(agreed, await NextSeqAsync(accountId, cancel), credits.At));
        return true;
    }, cancel);

    private async Task<int> NextSeqAsync(Guid accountId, CancellationToken cancel) =>
        (await db.TopUpConsents.Where(c => c.AccountId == accountId).MaxAsync(c => (int?)c.Seq, cancel) ?? 0) + 1;
}

public sealed record PastTopUp(TopUp TopUp, Domain.Billing.Order Order);
