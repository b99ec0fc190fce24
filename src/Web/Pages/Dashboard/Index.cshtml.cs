using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Dashboard;

public sealed class IndexModel(AppDbContext db, CurrentUser me, MyChats chats, MyTiles tiles, TimeProvider clock) : PageModel
{
    private const int Shown = 5;

    public Account Account { get; private set; } = new("", "", default);
    public IReadOnlyList<ListedChat> Latest { get; private set; } = [];
    public Tiles? Tiles { get; private set; }
    public DateTime Now => clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Where(u => u.Id == me.Id)
            .Select(u => new Account(u.Name, u.Email!, u.CreatedAt)).SingleOrDefaultAsync(cancel);
        if (account is null) return NotFound();

        (Account, Latest, Tiles) = (account, await chats.LatestAsync(Shown, cancel), await tiles.ReadAsync(cancel));
        return Page();
    }
}

public sealed record Account(string Name, string Email, DateTime Since);
