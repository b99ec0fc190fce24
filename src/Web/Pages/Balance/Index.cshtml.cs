using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Balance;

public sealed class IndexModel(AppDbContext db, CurrentUser me, TimeProvider clock) : PageModel
{
    public CreditBalance Balance { get; private set; } = new(0, 0, 0);
    public IReadOnlyList<Lot> Lots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var account = await db.Accounts.OfPerson(me.Id).Select(a => a.Id).SingleAsync(cancel);
        Balance = await db.CreditAccounts.BalanceAsync(account, now, cancel) ?? Balance;
        Lots = await db.CreditGrants.AsNoTracking().Kept(account, now)
            .Select(g => new Lot(g.Id, g.Source, g.Amount, g.Remaining, g.Pinned, g.Frozen, g.ExpiresAt, g.GrantedAt)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>Credits that came together. The page shows them in the order in which they are spent.</summary>
    public sealed record Lot(Guid Id, GrantSource Source, long Amount, long Remaining, long Pinned, long Frozen, DateTime? ExpiresAt, DateTime GrantedAt)
    {
        public int PercentLeft => (int)(Remaining * 100m / Amount);
    }
}
