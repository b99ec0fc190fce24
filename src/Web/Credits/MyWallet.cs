using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Credits;

/// <summary>The wallet of whoever is signed in. What the clock owes them is posted before they see it.</summary>
public sealed class MyWallet(
    AppDbContext db, CreditLedger ledger, CurrentUser me, LastValid<ClaimOptions> claims, LastValid<QuotaOptions> quota, TimeProvider clock)
{
    public async Task<WalletCard?> ReadAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } wallet) return null;
        if (wallet.IsStale)
        {
            await ledger.PostDueAsync(wallet.AccountId, cancel);
            wallet = (await FindAsync(cancel))!;
        }

        return new WalletCard(wallet.Balance.Spendable, MeterOf(wallet), OfferTo(wallet));
    }

    private Task<Wallet?> FindAsync(CancellationToken cancel) => db.WalletOfAsync(me.Id, clock.UtcNow(), cancel);

    // Of a cycle that is used up nothing is left to read how much it was.
    private AllowanceMeter? MeterOf(Wallet wallet)
    {
        var amount = wallet.Cycle?.Amount ?? quota.Value.CreditsOf(PlanCatalogue.All.Single(p => p.Key == wallet.PlanKey));
        return amount > 0 ? new AllowanceMeter(amount - (wallet.Cycle?.Remaining ?? 0), amount, wallet.GivenUntil) : null;
    }

    private ClaimOffer? OfferTo(Wallet wallet)
    {
        if (!claims.Value.Enabled || !wallet.IsConfirmed) return null;
        var now = clock.UtcNow();
        var next = wallet.ClaimedAt + claims.Value.Every ?? now;
        return new ClaimOffer(claims.Value.Amount, next, next - now);
    }
}
