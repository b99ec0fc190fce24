using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

public sealed class SessionsModel(AppDbContext db, Sessions sessions, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var open = await db.Sessions.AsNoTracking().Where(s => s.UserId == me.Id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
        Rows = [.. open.Select(s => new SessionRow(s, s.Id == me.SessionId)).OrderByDescending(r => r.IsThis)];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await db.Sessions.AnyAsync(s => s.Id == id && s.UserId == me.Id, cancel)) return NotFound();

        await sessions.EndAsync(me.Id, id, cancel);
        this.Toast(text["Account.Sessions.Ended"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(me.Id, except: me.SessionId, cancel);
        this.Toast(text["Account.Sessions.OthersEnded"]);
        return RedirectToPage();
    }
}
