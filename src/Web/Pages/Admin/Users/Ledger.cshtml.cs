using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class LedgerModel(AppDbContext db, TimeProvider clock) : UserPage(db, clock)
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Lot> Lots { get; private set; } = [];
    public HistoryPage History { get; private set; } = HistoryPage.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Lots = await Db.CreditGrants.AsNoTracking().Kept(Row.AccountId, Now)
            .Select(g => new Lot(g.Id, g.Source, g.Amount, g.Remaining, g.Pinned, g.Frozen, g.ExpiresAt, g.GrantedAt)).ToListAsync(cancel);
        History = await HistoryPage.ReadAsync(Db, Db.CreditEntries, Row.AccountId, Before, cancel);
        return Page();
    }
}
