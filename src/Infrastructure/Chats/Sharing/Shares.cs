using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Sharing;

/// <summary>A person's links to their conversations: one for each, which shows the branch as it was when they last said so.</summary>
public sealed class Shares(AppDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SaaSChat.Shares");

    public string TokenOf(Share share) => Encoding.UTF8.GetString(_seal.Unprotect(share.SealedToken));

    public Task<Share?> OfAsync(Guid userId, Guid conversationId, CancellationToken cancel) =>
        db.Shares.AsNoTracking().SingleOrDefaultAsync(s => s.ConversationId == conversationId && s.UserId == userId, cancel);

    public async Task<IReadOnlyList<Share>> OfPersonAsync(Guid userId, CancellationToken cancel) =>
        await db.Shares.AsNoTracking().Where(s => s.UserId == userId && db.Conversations.Any(c => c.Id == s.ConversationId && c.DeletedAt == null))
            .OrderByDescending(s => s.RenewedAt).ToListAsync(cancel);

    /// <summary>Makes the link, or lets the one that is there show the conversation as it is now.</summary>
    public Task<ShareOutcome> ShareAsync(Guid userId, Guid conversationId, string? title, string? author, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var conversation = await db.Conversations.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(c => c.Id == conversationId, cancel);
        if (conversation?.LeafId is not { } leaf) return ShareOutcome.NotFound;
        if (await db.Messages.In(conversationId).Running().AnyAsync(cancel)) return ShareOutcome.StillAnswering;

        var share = await db.Shares.SingleOrDefaultAsync(s => s.ConversationId == conversationId, cancel);
        if (share?.TakenDownAt is not null) return ShareOutcome.TakenDown;
        if (share is null)
        {
            var token = Share.NewToken();
            share = Share.Of(Ids.NewId(), conversationId, userId, token, _seal.Protect(Encoding.UTF8.GetBytes(token)), clock.UtcNow());
            db.Shares.Add(share);
        }

        share.Renew(leaf, string.IsNullOrWhiteSpace(title) ? conversation.Title : title, author, clock.UtcNow());
        await db.SaveChangesAsync(cancel);
        return ShareOutcome.Done;
    }, cancel, isThere: () => Task.FromResult(false));

    /// <summary>The link is no more, for anybody. One that the site has taken down stays known, so that it is not simply made anew.</summary>
    public async Task<bool> RevokeAsync(Guid userId, Guid id, CancellationToken cancel) =>
        await db.Shares.Where(s => s.Id == id && s.UserId == userId && s.TakenDownAt == null).ExecuteDeleteAsync(cancel) == 1;
}

public enum ShareOutcome
{
    Done,
    NotFound,
    StillAnswering,

    /// <summary>By the site; it cannot be shared again.</summary>
    TakenDown,
}
