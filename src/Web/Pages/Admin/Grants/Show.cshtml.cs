using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Grants;

/// <summary>How far a grant for many has come.</summary>
public sealed class ShowModel(AppDbContext db) : PageModel
{
    public BulkGrant Grant { get; private set; } = null!;
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.BulkGrants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } grant) return NotFound();

        Grant = grant;
        if (Request.IsHtmx()) return Partial("_Progress", grant);

        Reason = await db.AuditNotes.Where(n => n.Seq == grant.AuditSeq).Select(n => n.Reason).SingleOrDefaultAsync(cancel);
        return Page();
    }
}
