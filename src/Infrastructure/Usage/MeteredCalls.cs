using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>
/// The one door to a provider: a call is opened before the provider is asked, and ends once. Each step is one transaction under the
/// account's lock, with everything that it writes; nothing is locked while the provider streams.
/// </summary>
public sealed class MeteredCalls(AppDbContext db, CreditLedger ledger, CallOpening opening, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>Checks limits and credits, fixes the terms, and sets aside what the call may cost at most. The same key opens once.</summary>
    public Task<CallAnswer> OpenAsync(CallOrder order, CancellationToken cancel) =>
        ledger.ChangeAsync(
            order.Call.AccountId, trip => CallFacts.ToOpen(trip, order, clock.UtcNow()), (credits, facts) => Task.FromResult(opening.Open(credits, facts, order)), cancel);

    /// <summary>Sets aside more, for so many tokens out in all. Null when that is done; else the stream has to be cut.</summary>
    public Task<CallRefusal?> ExtendAsync(OpenCall call, long output, CancellationToken cancel) =>
        ledger.ChangeAsync(call.AccountId, trip => Facts(trip, call), (credits, facts) => CallOpening.ExtendAsync(credits, facts, output, cancel), cancel);

    /// <summary>The call runs and has written so many tokens: its hold is kept alive. False when the hold is over and the stream has to stop.</summary>
    public Task<bool> RenewAsync(CallAnswer open, long output, CancellationToken cancel) =>
        ledger.RenewAsync(open.Call!.HoldId, output == 0 ? 0 : open.Quote!.At(output).Credits, cancel);

    /// <summary>Charges what was used and writes it down; once, however often it is said.</summary>
    public async Task<Resolution> SettleAsync(OpenCall call, CallEnd end, CancellationToken cancel)
    {
        var (resolution, hasFallen) = await ledger.ChangeAsync(
            call.AccountId, trip => Facts(trip, call), (credits, facts) => SettleAsync(credits, facts, end, cancel), cancel, isThere: () => IsOverAsync(call.HoldId, cancel));

        // Lost, it is found by the sweep.
        if (hasFallen) await jobs.EnqueueAsync<TopUpJob, Guid>(call.AccountId);
        return resolution;
    }

    /// <summary>Ends a call whose node is silent, if it still is; false otherwise.</summary>
    public async Task<bool> SweepAsync(Guid accountId, Guid holdId, CancellationToken cancel)
    {
        // Who asked and at which price stays as it is; a hold without a call has neither.
        var (userId, priceId) = await db.OpenCalls.Where(c => c.HoldId == holdId).Select(c => ValueTuple.Create(c.UserId, c.PriceId)).SingleOrDefaultAsync(cancel);
        return await ledger.ChangeAsync(
            accountId, trip => CallFacts.Of(trip, accountId, userId, holdId, priceId), (credits, facts) => CallSettlement.SweepAsync(credits, facts, cancel), cancel,
            isThere: () => IsOverAsync(holdId, cancel));
    }

    private static async Task<(Resolution, bool HasFallen)> SettleAsync(LockedCredits credits, CallFacts facts, CallEnd end, CancellationToken cancel)
    {
        var before = credits.Account.NeedsTopUp;
        return (await CallSettlement.SettleAsync(credits, facts, end, cancel), !before && credits.Account.NeedsTopUp);
    }

    private static CallFacts Facts(RoundTrip trip, OpenCall call) => CallFacts.Of(trip, call.AccountId, call.UserId, call.HoldId, call.PriceId);

    private Task<bool> IsOverAsync(Guid holdId, CancellationToken cancel) => db.CreditHolds.AnyAsync(h => h.Id == holdId && h.State != HoldState.Open, cancel);
}
