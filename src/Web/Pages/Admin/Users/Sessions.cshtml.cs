using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Pages.Account;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class SessionsModel(AppDbContext db, TimeProvider clock, IStringLocalizer<Text> text) : UserPage(db, clock)
{
    private const int MostShown = 100;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Sessions = await Db.Sessions.AsNoTracking().Where(s => s.UserId == Id && s.EndedAt == null && s.EndsAt > Now)
            .OrderByDescending(s => s.LastSeenAt).Take(MostShown).ToListAsync(cancel);
        return Page();
    }

    public string DeviceOf(Session session) => new SessionRow(session, false).DeviceIn(text);
}
