using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Accounts;

/// <summary>How whoever asks wants to see the site: what they have chosen, or until then what their browser says.</summary>
public sealed class OwnView(AppDbContext db, Preferences preferences, CurrentUser me)
{
    public async Task<ViewPreferences> NowAsync(CancellationToken cancel) => await ChosenByAsync(me.Id, cancel) ?? preferences.Now;

    /// <summary>Kept in the profile, for letters and for every device, and in this browser.</summary>
    public async Task ChooseAsync(ViewPreferences view, CancellationToken cancel)
    {
        await KeepAsync(view, cancel);
        preferences.Remember(view);
    }

    /// <summary>One choice more, which this browser remembers already. A stranger has no profile to keep it in.</summary>
    public async Task AlsoKeepAsync(Func<ViewPreferences, ViewPreferences> choice, CancellationToken cancel)
    {
        if (me.IsSignedIn) await KeepAsync(choice(await NowAsync(cancel)), cancel);
    }

    /// <summary>To the browser that somebody signs in with, so that a new device looks like the old one.</summary>
    public async Task BringAsync(Guid userId, CancellationToken cancel)
    {
        if (await ChosenByAsync(userId, cancel) is { } chosen) preferences.Remember(chosen);
    }

    private Task<ViewPreferences?> ChosenByAsync(Guid userId, CancellationToken cancel) => db.Users.Where(u => u.Id == userId && u.HasChosenView)
        .Select(u => new ViewPreferences(u.Language, u.TimeZone, u.Theme, u.ArabicDigits)).SingleOrDefaultAsync(cancel);

    private Task<int> KeepAsync(ViewPreferences view, CancellationToken cancel) => db.Users.Where(u => u.Id == me.Id).ExecuteUpdateAsync(
        u => u.SetProperty(x => x.Language, view.Language).SetProperty(x => x.TimeZone, view.TimeZone)
            .SetProperty(x => x.Theme, view.Theme).SetProperty(x => x.ArabicDigits, view.ArabicDigits).SetProperty(x => x.HasChosenView, true),
        cancel);
}
