using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Admin;

namespace SaaSChat.Web.Pages.Admin;

public sealed class AuditModel(AppDbContext db, AuditRows rows) : PageModel
{
    public const int PageSize = AuditRows.PageSize;

    [BindProperty(SupportsGet = true)]
    public AuditAction? Doing { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => (Rows, Older) = await rows.ReadAsync(db.AuditEntries.Of(Doing), Before, cancel);
}
