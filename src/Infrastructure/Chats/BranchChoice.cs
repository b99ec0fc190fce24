using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Which way through the tree of a conversation its person sees.</summary>
public sealed class BranchChoice(AppDbContext db, Shelf shelf)
{
    /// <summary>The branch that was grown last from this message. False where they have no such conversation or message.</summary>
    public async Task<bool> ShowAsync(Guid userId, Guid conversationId, Guid messageId, CancellationToken cancel)
    {
        var tree = await db.Messages.OwnedBy(db.Conversations, userId).TreeAsync(conversationId, cancel);
        return tree.Has(messageId) && await shelf.ChangeAsync(userId, conversationId, (c, _) => c.Show(tree.LeafUnder(messageId)), cancel) is not null;
    }

    /// <summary>The same, unless the message stands in the branch that is shown.</summary>
    public async Task TurnToAsync(Guid userId, Guid conversationId, Guid messageId, CancellationToken cancel)
    {
        var shown = await db.Conversations.OwnedBy(userId).Where(c => c.Id == conversationId).Select(c => c.LeafId).SingleOrDefaultAsync(cancel);
        var tree = await db.Messages.OwnedBy(db.Conversations, userId).TreeAsync(conversationId, cancel);
        if (!tree.PathTo(shown).Contains(messageId)) await ShowAsync(userId, conversationId, messageId, cancel);
    }
}
