using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Accounts;

/// <summary>Somebody who tried the site signs in to the account they have: their chats come along, the trial's credits do not.</summary>
internal sealed class GuestArrival(AppDbContext db, CurrentGuest guest)
{
    public async Task WelcomeAsync(Guid userId, CancellationToken cancel)
    {
        if (guest.VisitorId is not { } visitorId || !await db.Conversations.AnyAsync(c => c.UserId == visitorId, cancel)) return;

        await db.WriteAsync(async () =>
        {
            var accountId = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel);
            await db.TakeOverChatsAsync(visitorId, userId, accountId, cancel);
            return await db.SaveChangesAsync(cancel);
        }, cancel, isThere: () => Task.FromResult(false));
    }
}
