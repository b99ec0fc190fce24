using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class ShowModel(AppDbContext db, TimeProvider clock) : PageModel
{
    public UserRow Row { get; private set; } = null!;
    public UserState State { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var user = db.Users.AsNoTracking().Where(u => u.Id == id);
        if (await db.RowsOf(user).SingleOrDefaultAsync(cancel) is not { } row) return NotFound();

        (Row, State) = (row, await StateOf(user).SingleAsync(cancel));
        return Page();
    }

    private IQueryable<UserState> StateOf(IQueryable<AppUser> user)
    {
        var (now, offset) = (clock.UtcNow(), clock.GetUtcNow());
        return user.Select(u => new UserState(
            u.Language,
            u.TimeZone,
            u.TwoFactorEnabled,
            u.LockoutEnd > offset ? u.LockoutEnd : null,
            db.Sessions.Count(s => s.UserId == u.Id && s.EndedAt == null && s.EndsAt > now)));
    }
}

/// <summary>How the person sees the site, and what guards their account.</summary>
public sealed record UserState(string Language, string TimeZone, bool HasSecondFactor, DateTimeOffset? LockedUntil, int OpenSessions);
