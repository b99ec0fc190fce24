using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Admin;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>What was done about one person.</summary>
public sealed class AuditModel(AppDbContext db, AuditRows rows, TimeProvider clock) : UserPage(db, clock)
{
    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        var subject = $"{Id}";
        (Rows, Older) = await rows.ReadAsync(Db.AuditEntries.Where(e => e.SubjectId == subject), before, cancel);
        return Page();
    }
}
