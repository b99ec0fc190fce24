using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>What somebody asked as a guest becomes theirs when they sign up or sign in: from then on their own account pays for what follows.</summary>
public static class GuestChats
{
    /// <summary>Added to the caller's change.</summary>
    public static async Task TakeOverChatsAsync(this AppDbContext db, Guid visitorId, Guid userId, Guid accountId, CancellationToken cancel)
    {
        // Entered under the guest: the next sweep enters them anew. Taken out too early where the change fails, they come back the same way.
        await db.IndexedMessages.Where(i => db.Conversations.Any(c => c.Id == i.ConversationId && c.UserId == visitorId)).ExecuteDeleteAsync(cancel);
        foreach (var conversation in await db.Conversations.Where(c => c.UserId == visitorId).ToListAsync(cancel)) conversation.BelongTo(userId, accountId);
    }
}
