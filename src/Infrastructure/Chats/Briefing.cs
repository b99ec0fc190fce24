using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>What the model is told before a conversation, and how freely it answers.</summary>
internal sealed record Briefing(string? Instructions, double? Temperature);

internal static class Briefings
{
    /// <summary>As the assistant and the person are now. An assistant that is gone, or no longer shared, says nothing.</summary>
    public static async Task<Briefing> BriefingAsync(this AppDbContext db, Conversation conversation, Asker asker, CancellationToken cancel)
    {
        var assistant = conversation.AssistantId is not { } id ? null : await db.Assistants.FollowedBy(asker.UserId).Where(a => a.Id == id)
            .Select(a => new { a.Instructions, a.Temperature }).SingleOrDefaultAsync(cancel);
        var own = asker.IsGuest ? null : await db.OwnInstructions.AsNoTracking().SingleOrDefaultAsync(i => i.UserId == asker.UserId, cancel);
        return new(Instructions.Of(assistant?.Instructions, own), assistant?.Temperature / 100.0);
    }
}
