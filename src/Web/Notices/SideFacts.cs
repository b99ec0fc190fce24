using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Notices;

/// <summary>What the side bar tells of a person besides their wallet.</summary>
/// <param name="Urgent">What every page says until it was read.</param>
public sealed record SideFacts(UsageStanding Usage, int Unread, Notice? Urgent);

/// <summary>What each person's side bar told last. Kept for so short a time that nobody waits long for news, and so long that no page asks for it anew.</summary>
public sealed class SideFactsKept(TimeProvider clock) : RecentAnswers<Guid, SideFacts>(clock)
{
    protected override TimeSpan Kept => TimeSpan.FromSeconds(20);
}

public sealed class MySide(AppDbContext db, SideFactsKept kept, MyWallet wallets, Preferences preferences, CurrentUser me, TimeProvider clock)
{
    public async Task<SideFacts?> ReadAsync(CancellationToken cancel)
    {
        if (await wallets.FindAsync(cancel) is not { } wallet) return null;
        if (kept.TryRecall(me.Id, out var known)) return known;

        var now = clock.UtcNow();
        var today = LocalDays.Of(now, preferences.Zone);
        var unread = await db.Notices.AsNoTracking().OwnedBy(me.Id).Unread().OrderByDescending(n => n.At).Take(Most).ToListAsync(cancel);
        var facts = new SideFacts(
            await db.UsageDays.StandingAsync(wallet.AccountId, today, new DateOnly(today.Year, today.Month, 1), cancel), unread.Count, unread.Find(n => n.IsUrgent(now)));
        kept.Remember(me.Id, facts);
        return facts;
    }

    // More need not be told apart.
    public const int Most = 100;
}
