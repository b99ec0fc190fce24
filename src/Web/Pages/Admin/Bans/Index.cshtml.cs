using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Security;

namespace SaaSChat.Web.Pages.Admin.Bans;

public sealed class IndexModel(AppDbContext db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<BanRow> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var bans = db.Bans.AsNoTracking();
        if (await LastSeenAsync(cancel) is { } last) bans = bans.After(last);

        // One more than is shown tells whether there is another page.
        var found = await bans.LongestFirst().Take(PageSize + 1).ToListAsync(cancel);
        var shown = found.Take(PageSize).ToList();
        if (found.Count > PageSize) Next = shown[^1].Id;

        var emails = await EmailsAsync(shown, cancel);
        Rows = shown.ConvertAll(b => new BanRow(b, emails.GetValueOrDefault(b.Subject) ?? b.Subject, b.IsActive(clock.UtcNow())));
    }

    private async Task<Ban?> LastSeenAsync(CancellationToken cancel) =>
        After is { } id ? await db.Bans.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) : null;

    private async Task<Dictionary<string, string?>> EmailsAsync(List<Ban> bans, CancellationToken cancel)
    {
        var ids = bans.Where(b => b.Kind == BanSubject.User).Select(b => Guid.Parse(b.Subject)).ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id.ToString(), u => u.Email, StringComparer.Ordinal, cancel);
    }
}

public sealed record BanRow(Ban Ban, string Who, bool IsActive);
