using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.News;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.News;

/// <summary>What is said to whoever looks at a page, less what they have put away on this device.</summary>
public sealed class MyAnnouncements(CurrentAnnouncements current, AppDbContext db, Preferences preferences, CurrentUser me)
{
    private const int MostShown = 3;

    /// <param name="all">Also what they have put away: on pages that are kept for strangers everybody sees the same.</param>
    /// <param name="cancel">Cancelled when nobody waits any more.</param>
    public async Task<IReadOnlyList<Announcement>> ReadAsync(bool all, CancellationToken cancel)
    {
        var shown = new List<Announcement>();
        foreach (var announcement in current.Now.Where(a => all || !preferences.PutAway.Contains(a.Id)))
        {
            if (shown.Count < MostShown && await IsForMeAsync(announcement.Audience, cancel)) shown.Add(announcement);
        }

        return shown;
    }

    // Whether somebody has paid is asked only where it matters: rarely, and then on every page.
    private async Task<bool> IsForMeAsync(AnnouncementAudience audience, CancellationToken cancel) => audience switch
    {
        AnnouncementAudience.Everybody => true,
        _ when !me.IsSignedIn => false,
        AnnouncementAudience.Staff => me.Role is not null,
        AnnouncementAudience.Payers => await db.HasPaidAsync(me.AccountId, cancel),
        AnnouncementAudience.NonPayers => !await db.HasPaidAsync(me.AccountId, cancel),
        _ => true,
    };
}
