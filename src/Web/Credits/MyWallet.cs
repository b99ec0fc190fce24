using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Credits;

/// <summary>The wallet of whoever is signed in. What the clock owes them is posted before they see it.</summary>
public sealed class MyWallet(
    AppDbContext db, CreditLedger ledger, OfferedPlans plans, CurrentUser me, LastValid<ClaimOptions> claims, LastValid<QuotaOptions> quota, TimeProvider clock)
{
    private Wallet? _read;

    public async Task<WalletCard?> ReadAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is { } wallet ? new WalletCard(wallet.Balance.Spendable, MeterOf(wallet), OfferTo(wallet)) : null;

    /// <summary>Read once in a request, whoever asks: a page, and the side bar around it.</summary>
    public async Task<Wallet?> FindAsync(CancellationToken cancel)
    {
        _read ??= await AskAsync(cancel);
        if (_read is { IsStale: true } stale)
        {
            await ledger.PostDueAsync(stale.AccountId, cancel);
            _read = await AskAsync(cancel);
        }

        return _read;
    }

    /// <summary>For what only somebody with an account may ask.</summary>
    public async Task<Wallet> MineAsync(CancellationToken cancel) => await FindAsync(cancel) ?? throw new InvalidOperationException("Whoever is asking has no account.");

    // Of a cycle that is used up nothing is left to read how much it was.
    public AllowanceMeter? MeterOf(Wallet wallet)
    {
        var amount = wallet.Cycle?.Amount ?? wallet.PaidCredits ?? quota.Value.CreditsOf(plans.Of(wallet.PlanKey));
        return amount > 0 ? new AllowanceMeter(amount - (wallet.Cycle?.Remaining ?? 0), amount, wallet.GivenUntil) : null;
    }

    public ClaimOffer? OfferTo(Wallet wallet)
    {
        if (!claims.Value.Enabled || !wallet.IsConfirmed) return null;
        var now = clock.UtcNow();
        var next = wallet.ClaimedAt + claims.Value.Every ?? now;
        return new ClaimOffer(claims.Value.Amount, next, next - now);
    }

    private Task<Wallet?> AskAsync(CancellationToken cancel) => db.WalletOfAsync(me.Id, clock.UtcNow(), cancel);
}
