using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Pages.Balance;

public sealed class IndexModel(AppDbContext db, MyWallet wallets, TimeProvider clock) : PageModel
{
    public CreditBalance Balance { get; private set; } = new(0, 0, 0);
    public IReadOnlyList<Lot> Lots { get; private set; } = [];
    public Coming Coming { get; private set; } = new(null, null, null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var wallet = await wallets.MineAsync(cancel);
        var now = clock.UtcNow();
        Balance = wallet.Balance;
        Coming = new Coming(wallets.MeterOf(wallet), await db.RefillOfAsync(wallet.AccountId, now, cancel), wallets.OfferTo(wallet));
        Lots = await db.CreditGrants.AsNoTracking().Kept(wallet.AccountId, now)
            .Select(g => new Lot(g.Id, g.Source, g.Amount, g.Remaining, g.Pinned, g.Frozen, g.ExpiresAt, g.GrantedAt)).ToListAsync(cancel);
    }
}

/// <summary>The credits that come by themselves or for the asking, each where there are such.</summary>
public sealed record Coming(AllowanceMeter? Allowance, Refill? Refill, ClaimOffer? Claim)
{
    public bool IsNothing => this is { Allowance: null, Refill: null, Claim: null };
}
