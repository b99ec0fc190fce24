using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Reports;

/// <summary>What waits for a decision, the oldest first.</summary>
public sealed class IndexModel(AppDbContext db) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await db.ShareReports.AsNoTracking().Where(r => r.DecidedAt == null).OrderBy(r => r.At).Take(PageSize + 1)
            .Join(db.Shares, r => r.ShareId, s => s.Id, (r, s) => new ReportRow(r.Id, s.Title, r.Reason, r.Words, r.At)).ToListAsync(cancel);
        (Rows, HasMore) = ([.. found.OrderBy(r => r.At).Take(PageSize)], found.Count > PageSize);
    }
}

public sealed record ReportRow(Guid Id, string Title, ReportReason Reason, string Words, DateTime At);
