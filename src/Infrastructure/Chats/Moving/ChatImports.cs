using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>What would come in, and which of it is here already.</summary>
public sealed record ImportPreview(IReadOnlyList<MovedChat> New, IReadOnlyList<MovedChat> Known);

/// <summary>Conversations from a file: shown first, then taken over all together or not at all. They have cost nothing here and touch no ledger.</summary>
public sealed class ChatImports(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>Kept until its person has said that they want it, in the place of an earlier one.</summary>
    public Task<Guid> KeepAsync(Guid userId, IReadOnlyList<MovedChat> chats, CancellationToken cancel)
    {
        var (id, now) = (Ids.NewId(), clock.UtcNow());
        var content = Packed(ChatFile.BytesOf(chats, now));
        return db.WriteAsync(async () =>
        {
            await db.ChatImports.Where(i => i.UserId == userId).ExecuteDeleteAsync(cancel);
            db.ChatImports.Add(new ChatImport(id, userId, content, now));
            await db.SaveChangesAsync(cancel);
            return id;
        }, cancel, isThere: () => db.ChatImports.AnyAsync(i => i.Id == id, cancel));
    }

    /// <summary>Null when there is none of theirs.</summary>
    public async Task<ImportPreview?> PreviewAsync(Guid userId, Guid id, CancellationToken cancel)
    {
        if (await db.ChatImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.UserId == userId, cancel) is not { } kept) return null;

        var (chats, fault) = await ImportReader.ReadAsync(Unpacked(kept.Content), clock.UtcNow(), cancel);
        if (fault is not null) throw new InvalidOperationException($"Import {id} was found good and is now refused: {fault}.");

        // Of those that stand in the file twice the first one comes in.
        var mine = await db.Conversations.Where(c => c.UserId == userId && c.DeletedAt == null).Select(c => new { c.Id, c.ClientId }).ToListAsync(cancel);
        var known = mine.SelectMany(c => new[] { c.Id, c.ClientId }).ToHashSet();
        var (fresh, again) = (new List<MovedChat>(), new List<MovedChat>());
        foreach (var chat in chats) (IsKnown(chat) || !known.Add(ClientIdOf(chat)) ? again : fresh).Add(chat);
        return new(fresh, again);

        bool IsKnown(MovedChat chat) => Guid.TryParse(chat.Key, out var original) && known.Contains(original);
    }

    /// <summary>How many came in; null when there is no such import of theirs, or it has come in already.</summary>
    public async Task<int?> ConfirmAsync(Asker asker, Guid id, CancellationToken cancel)
    {
        var taken = await db.WriteAsync(async () =>
        {
            if (await PreviewAsync(asker.UserId, id, cancel) is not { } preview || await db.ChatImports.Where(i => i.Id == id).ExecuteDeleteAsync(cancel) == 0) return (int?)null;

            var used = await db.Conversations.Where(c => c.UserId == asker.UserId).Select(c => c.ClientId).ToHashSetAsync(cancel);
            var tags = await db.Tags.Where(t => t.UserId == asker.UserId).ToDictionaryAsync(t => t.Key, StringComparer.Ordinal, cancel);
            foreach (var chat in preview.New) Add(asker, chat, used, tags);
            await db.SaveChangesAsync(cancel);
            return preview.New.Count;
        }, cancel, isThere: async () => !await db.ChatImports.AnyAsync(i => i.Id == id, cancel));

        db.ChangeTracker.Clear();
        if (taken is > 0) await jobs.EnqueueAsync<IndexMessagesJob, RecurringRun>(default);
        return taken;
    }

    private void Add(Asker asker, MovedChat chat, HashSet<Guid> used, Dictionary<string, Tag> tags)
    {
        // One that was deleted keeps its name until it is gone.
        var clientId = ClientIdOf(chat) is var made && used.Contains(made) ? Ids.NewId() : made;
        var (conversation, messages) = Conversation.Bring(Ids.NewId(), asker.AccountId, asker.UserId, clientId, chat);
        db.Add(conversation);
        db.AddRange(messages);
        foreach (var name in chat.Tags)
        {
            if (!tags.TryGetValue(Tag.KeyOf(name), out var tag)) db.Add(tag = tags[Tag.KeyOf(name)] = Tag.Of(Ids.NewId(), asker.UserId, name));
            if (!db.ConversationTags.Local.Any(t => t.ConversationId == conversation.Id && t.TagId == tag.Id)) db.Add(new ConversationTag(conversation.Id, tag.Id));
        }
    }

    // The same file names its conversations the same each time.
    private static Guid ClientIdOf(MovedChat chat) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"import:{chat.Key}")).AsSpan(0, 16));

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(plain);
        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress)) gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
