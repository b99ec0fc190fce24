using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Tags;

/// <summary>A tag, and on how many conversations it stands.</summary>
public sealed record ListedTag(Guid Id, string Name, int Count);

/// <summary>The words under which a person keeps conversations.</summary>
public sealed class TagShelf(AppDbContext db)
{
    public const int MostOfOnePerson = 200;

    public async Task<IReadOnlyList<ListedTag>> ListAsync(Guid userId, CancellationToken cancel) => await db.Tags.AsNoTracking().Where(t => t.UserId == userId).OrderBy(t => t.Key)
        .Select(t => new ListedTag(t.Id, t.Name, db.ConversationTags.Count(c => c.TagId == t.Id && db.Conversations.Any(x => x.Id == c.ConversationId && x.DeletedAt == null)))).ToListAsync(cancel);

    public Task<Tag?> FindAsync(Guid userId, Guid id, CancellationToken cancel) => db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.UserId == userId, cancel);

    /// <summary>The names that stand on each of these conversations.</summary>
    public async Task<ILookup<Guid, string>> OnAsync(IReadOnlyCollection<Guid> chats, CancellationToken cancel) =>
        (await db.ConversationTags.Where(t => chats.Contains(t.ConversationId)).Join(db.Tags, t => t.TagId, t => t.Id, (c, t) => new { c.ConversationId, t.Name }).ToListAsync(cancel))
        .OrderBy(t => t.Name, StringComparer.Ordinal).ToLookup(t => t.ConversationId, t => t.Name);

    /// <summary>Puts the tag on those of the conversations that are theirs, or takes it off. Null when they have as many tags as one may have.</summary>
    public Task<int?> PutAsync(Guid userId, IReadOnlyCollection<Guid> chats, string name, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var key = Tag.KeyOf(name);
        var tag = await db.Tags.SingleOrDefaultAsync(t => t.UserId == userId && t.Key == key, cancel);
        if (tag is null)
        {
            if (await db.Tags.CountAsync(t => t.UserId == userId, cancel) >= MostOfOnePerson) return (int?)null;
            db.Tags.Add(tag = Tag.Of(Ids.NewId(), userId, name));
        }

        var theirs = await db.Conversations.OwnedBy(userId).Where(c => chats.Contains(c.Id) && !db.ConversationTags.Any(t => t.ConversationId == c.Id && t.TagId == tag.Id)).Select(c => c.Id).ToListAsync(cancel);
        db.ConversationTags.AddRange(theirs.Select(c => new ConversationTag(c, tag.Id)));
        await db.SaveChangesAsync(cancel);
        return theirs.Count;
    }, cancel, isThere: () => Task.FromResult(false));

    public Task<int> TakeOffAsync(Guid userId, IReadOnlyCollection<Guid> chats, Guid tagId, CancellationToken cancel) =>
        db.ConversationTags.Where(t => t.TagId == tagId && chats.Contains(t.ConversationId) && db.Tags.Any(x => x.Id == tagId && x.UserId == userId)).ExecuteDeleteAsync(cancel);

    /// <summary>False where another of theirs has that name.</summary>
    public Task<bool> RenameAsync(Guid userId, Guid id, string name, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var key = Tag.KeyOf(name);
        if (await db.Tags.AnyAsync(t => t.UserId == userId && t.Key == key && t.Id != id, cancel)) return false;

        (await db.Tags.SingleAsync(t => t.Id == id && t.UserId == userId, cancel)).Rename(name);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel, isThere: () => Task.FromResult(false));

    public async Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancel) => await db.Tags.Where(t => t.Id == id && t.UserId == userId).ExecuteDeleteAsync(cancel) == 1;
}
