using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>
/// One account's credits while their lock is held: what is read here is the truth until commit, and nobody else changes it meanwhile.
/// What is due is posted already. Rows that are added to <see cref="Db"/> are committed with the rest, or not at all.
/// </summary>
public sealed class LockedCredits
{
    // Not in the database yet: what is held here can be settled in the same change.
    private readonly List<CreditHold> _opened = [];

    internal LockedCredits(AppDbContext db, CreditAccount account, DateTime at, KeptRows? kept = null) => (Db, Account, At, Beside, Kept) = (db, account, at, new(db), kept ?? new());

    public AppDbContext Db { get; }
    public CreditAccount Account { get; }
    public DateTime At { get; }

    /// <summary>What is changed by statements of its own, in the round trip that saves the rest.</summary>
    internal RoundTrip Beside { get; }

    /// <summary>What was read under the lock.</summary>
    internal KeptRows Kept { get; }

    internal IEnumerable<CreditHold> Holds => Kept.Of<CreditHold>().Concat(_opened);

    public async Task<GrantAnswer> GrantAsync(GrantOrder order, CancellationToken cancel)
    {
        if (await FindGrantAsync(order.SourceKey, cancel) is { } known)
            return new(known.Fulfils(Account.Id, order) ? GrantOutcome.AlreadyGranted : GrantOutcome.KeyConflict, known);

        return Account.Grant(order, At) is { } grant ? new(GrantOutcome.Granted, grant) : new(GrantOutcome.TooMuch, null);
    }

    public async Task<HoldAnswer> HoldAsync(HoldOrder order, CancellationToken cancel)
    {
        if ((_opened.Find(h => h.Key == order.Key) ?? await FindHoldAsync($""" "Key" = {order.Key}""", cancel)) is { } known)
            return new(known.Fulfils(Account.Id, order) ? HoldOutcome.AlreadyHeld : HoldOutcome.KeyConflict, known);
        return HoldNew(order);
    }

    /// <summary>For whoever has looked for the key under this lock already.</summary>
    internal HoldAnswer HoldNew(HoldOrder order)
    {
        if (Account.TryHold(order, At) is not { } hold) return new(HoldOutcome.NotEnough, null);

        _opened.Add(hold);
        return new(HoldOutcome.Held, hold);
    }

    /// <summary>To so many credits in all.</summary>
    public async Task<ExtendOutcome> ExtendAsync(Guid holdId, long total, CancellationToken cancel)
    {
        var hold = await HoldAsync(holdId, cancel);
        if (hold.State != HoldState.Open) return ExtendOutcome.Over;
        return Account.TryExtend(hold, total, At) ? ExtendOutcome.Extended : ExtendOutcome.NotEnough;
    }

    public async Task<Resolution> SettleAsync(Guid holdId, long cost, CancellationToken cancel) => Account.Settle(await HoldAsync(holdId, cancel), cost, At);

    public async Task<Resolution> VoidAsync(Guid holdId, CancellationToken cancel) => Account.Void(await HoldAsync(holdId, cancel), At);

    /// <summary>Ends a hold whose lease has run out; false when it is renewed or over by now.</summary>
    public async Task<bool> SweepAsync(Guid holdId, CancellationToken cancel) => Account.Sweep(await HoldAsync(holdId, cancel), At);

    public async Task<Resolution> FreezeAsync(string sourceKey, string key, CancellationToken cancel) => Account.Freeze(await GrantAsync(sourceKey, cancel), key, At);

    public async Task<Resolution> ThawAsync(string sourceKey, string key, CancellationToken cancel) => Account.Thaw(await GrantAsync(sourceKey, cancel), key, At);

    /// <summary>So many credits in all, however often it is said.</summary>
    public async Task<Resolution> ClawAsync(string sourceKey, long total, CancellationToken cancel) => Account.Claw(await GrantAsync(sourceKey, cancel), total, At);

    /// <summary>No more than so many credits in all stay taken back.</summary>
    public async Task<Resolution> UnclawAsync(string sourceKey, long total, CancellationToken cancel) => Account.Unclaw(await GrantAsync(sourceKey, cancel), total, At);

    // What leaves neither an entry nor a hold can be done again without harm.
    internal async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        if (Account.Entries is [.., var last])
            return await Db.CreditEntries.AnyAsync(e => e.AccountId == last.AccountId && e.Seq == last.Seq && e.Hash == last.Hash, cancel);
        return _opened is [var hold, ..] && await Db.CreditHolds.AnyAsync(h => h.Id == hold.Id, cancel);
    }

    private async Task<CreditGrant?> FindGrantAsync(string sourceKey, CancellationToken cancel)
    {
        if (Account.Grants.FirstOrDefault(g => g.SourceKey == sourceKey) is { } known) return known;

        var trip = new RoundTrip(Db, Kept);
        var grant = trip.Keep<CreditGrant>($""" "SourceKey" = {sourceKey}""", Account.Load);
        await trip.AskAsync(cancel);
        return grant.One;
    }

    private async Task<CreditGrant> GrantAsync(string sourceKey, CancellationToken cancel) =>
        await FindGrantAsync(sourceKey, cancel) ?? throw new InvalidOperationException("There is no such grant.");

    private async Task<CreditHold> HoldAsync(Guid holdId, CancellationToken cancel) =>
        Holds.FirstOrDefault(h => h.Id == holdId) ?? await FindHoldAsync($""" "Id" = {holdId}""", cancel) ?? throw new InvalidOperationException("There is no such hold.");

    private async Task<CreditHold?> FindHoldAsync(FormattableString condition, CancellationToken cancel)
    {
        var trip = new RoundTrip(Db, Kept);
        var hold = trip.FindHold(condition);
        await trip.AskAsync(cancel);
        return hold.One;
    }
}
