using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Dashboard;

public sealed class IndexModel(AppDbContext db, CurrentUser me, TimeProvider clock) : PageModel
{
    public Account Account { get; private set; } = new("", "", default);
    public DateTime Now => clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Where(u => u.Id == me.Id)
            .Select(u => new Account(u.Name, u.Email!, u.CreatedAt)).SingleOrDefaultAsync(cancel);
        if (account is null) return NotFound();

        Account = account;
        return Page();
    }
}

public sealed record Account(string Name, string Email, DateTime Since);
