using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Grants;

public sealed class IndexModel(AppDbContext db) : PageModel
{
    private const int MostShown = 50;

    public IReadOnlyList<BulkGrant> Grants { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Grants = await db.BulkGrants.AsNoTracking().OrderByDescending(g => g.AskedAt).Take(MostShown).ToListAsync(cancel);
}
