using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class IndexModel(AppDbContext db) : PageModel
{
    public const int PageSize = 50;
    public const int LongestSearch = 254;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<UserRow> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Q?.Length > LongestSearch) return;

        var users = db.Users.AsNoTracking().Matching(Q);
        if (await LastSeenAsync(cancel) is { } last) users = users.After(last);

        // One more than is shown tells whether there is another page.
        var found = await db.RowsOf(users.NewestFirst().Take(PageSize + 1)).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Rows[^1].Id;
    }

    private async Task<AppUser?> LastSeenAsync(CancellationToken cancel) =>
        After is { } id ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) : null;
}
