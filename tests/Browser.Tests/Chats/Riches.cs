using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Browser.Tests.Chats;

internal static class Riches
{
    /// <summary>Layla, signed in, with credits for many questions.</summary>
    public static async Task<Person> RichAsync(this Site site, string language)
    {
        var account = await site.App.AccountOfAsync(await site.App.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync()));
        await site.App.GiveAsync(account, 1_000_000);
        var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
