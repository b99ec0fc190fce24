using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Exports;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>All conversations of a person as a file: ordered, made in the background, fetched once.</summary>
public sealed class ChatExports(AppDbContext db, FileStore files, TimeProvider clock)
{
    public Task<Export?> OfAsync(Guid userId, CancellationToken cancel) => files.Of(userId, ExportKind.Chats).FirstOrDefaultAsync(cancel);

    public Task<Export?> FindAsync(Guid userId, Guid id, CancellationToken cancel) => files.Of(userId, ExportKind.Chats).SingleOrDefaultAsync(e => e.Id == id, cancel);

    /// <summary>The one that is being made, or a new one in the place of one that is ready.</summary>
    public Task<Guid> OrderAsync(Guid userId, CancellationToken cancel) => files.AskAsync(
        userId, ExportKind.Chats, async () => Export.OfChats(userId, await db.Conversations.KeptBy(userId).CountAsync(cancel), clock.UtcNow()), cancel);
}
