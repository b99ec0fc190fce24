using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Advice;

/// <summary>What the last days would have brought, or how far that is reckoned.</summary>
public sealed class ShowModel(AppDbContext db) : PageModel
{
    public PriceReplay Replay { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.PriceReplays.AsNoTracking().Include(r => r.Lines).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } replay) return NotFound();

        Replay = replay;
        return Request.IsHtmx() ? Partial("_Replay", replay) : Page();
    }
}
