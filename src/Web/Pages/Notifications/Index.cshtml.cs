using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Web.Notices;

namespace SaaSChat.Web.Pages.Notifications;

/// <summary>What a person was told, the newest first. Looking marks nothing as read: a press of the button does.</summary>
public sealed class IndexModel(AppDbContext db, SideFactsKept kept, CurrentUser me, TimeProvider clock) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Notices = await db.Notices.AsNoTracking().OwnedBy(me.Id).OrderByDescending(n => n.At).Take(Shown).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await db.Notices.OwnedBy(me.Id).ReadAsync(clock.UtcNow(), cancel);
        kept.Forget(me.Id);
        return RedirectToPage();
    }
}
