using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class ShowModel(AppDbContext db, TimeProvider clock) : UserPage(db, clock)
{
    public UserState State { get; private set; } = null!;
    public Refill? Refill { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        State = await StateOf(Db.Users.AsNoTracking().Where(u => u.Id == Id)).SingleAsync(cancel);
        Refill = await Db.RefillOfAsync(Row.AccountId, Now, cancel);
        return Page();
    }

    private IQueryable<UserState> StateOf(IQueryable<AppUser> user)
    {
        var offset = new DateTimeOffset(Now);
        return user.Select(u => new UserState(
            u.Language,
            u.TimeZone,
            u.TwoFactorEnabled,
            u.LockoutEnd > offset ? u.LockoutEnd : null,
            Db.Sessions.Count(s => s.UserId == u.Id && s.EndedAt == null && s.EndsAt > Now)));
    }
}

/// <summary>How the person sees the site, and what guards their account.</summary>
public sealed record UserState(string Language, string TimeZone, bool HasSecondFactor, DateTimeOffset? LockedUntil, int OpenSessions);
