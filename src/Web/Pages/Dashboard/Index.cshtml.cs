using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Dashboard;

public sealed class IndexModel(AppDbContext db, CurrentUser me, MyChats chats, MyWallet wallets, MyUsage usage, OwnLimits limits, TimeProvider clock) : PageModel
{
    private const int Shown = 5;
    private const int SparkDays = 14;

    public Account Account { get; private set; } = new("", "", default);
    public IReadOnlyList<ListedChat> Latest { get; private set; } = [];
    public Tiles? Tiles { get; private set; }
    public DateTime Now => clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Where(u => u.Id == me.Id)
            .Select(u => new Account(u.Name, u.Email!, u.CreatedAt)).SingleOrDefaultAsync(cancel);
        if (account is null) return NotFound();

        (Account, Latest) = (account, await chats.LatestAsync(Shown, cancel));
        if (await wallets.ReadAsync(cancel) is { } wallet) Tiles = await ReadTilesAsync(wallet, cancel);
        return Page();
    }

    private async Task<Tiles> ReadTilesAsync(WalletCard wallet, CancellationToken cancel)
    {
        var days = new DayRange(usage.Today.AddDays(1 - SparkDays), usage.Today);
        var credits = await db.UsageDays.Of((await wallets.MineAsync(cancel)).AccountId, days.From, days.To).CreditsByDayAsync(cancel);
        var keys = await db.ApiKeys.OwnedBy(me.Id).LiveAt(Now).CountAsync(cancel);
        return new(wallet, Spark.Of(days, credits), LimitTile.Of(await limits.ReadAsync(me.Id, cancel)), keys);
    }
}

public sealed record Account(string Name, string Email, DateTime Since);
