using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Dashboard;

/// <summary>The tiles of whoever asks.</summary>
public sealed class MyTiles(AppDbContext db, CurrentUser me, MyWallet wallets, MyUsage usage, OwnLimits limits, OfferedAssistants house, TimeProvider clock)
{
    private const int SparkDays = 14;
    private const int Links = 4;

    /// <summary>Null where there is no balance.</summary>
    public async Task<Tiles?> ReadAsync(CancellationToken cancel)
    {
        if (await wallets.ReadAsync(cancel) is not { } wallet) return null;

        var days = new DayRange(usage.Today.AddDays(1 - SparkDays), usage.Today);
        var credits = await db.UsageDays.Of((await wallets.MineAsync(cancel)).AccountId, days.From, days.To).CreditsByDayAsync(cancel);
        var keys = await db.ApiKeys.OwnedBy(me.Id).LiveAt(clock.UtcNow()).CountAsync(cancel);
        var prompts = await db.Prompts.OwnedBy(me.Id).LatestFirst().Select(p => new TileLink($"/prompts/{p.Id}/use", p.Title)).Take(Links).ToListAsync(cancel);
        return new(wallet, Spark.Of(days, credits), LimitTile.Of(await limits.ReadAsync(me.Id, cancel)), keys, await AssistantsAsync(cancel), prompts);
    }

    // One's own come first.
    private async Task<IReadOnlyList<TileLink>> AssistantsAsync(CancellationToken cancel)
    {
        var own = await db.Assistants.AsNoTracking().OwnedBy(me.Id).OrderBy(a => a.Name).Take(Links).ToListAsync(cancel);
        return [.. own.Concat(house.Now).Take(Links).Select(Link)];
    }

    private static TileLink Link(Assistant assistant) => new($"/assistants/{assistant.Id}", assistant.WordsIn(CultureInfo.CurrentUICulture.Name).Name);
}
