using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Search;

public static class SearchIndex
{
    // However many words: one statement, whose values come as one text.
    private const string InsertSqlite = "INSERT INTO SearchTerms (OwnerKey, Term, No) SELECT {0}, value, {1} FROM json_each({2})";
    private const string InsertSqlServer = "INSERT INTO SearchTerms (OwnerKey, Term, No) SELECT {0}, value, {1} FROM OPENJSON({2})";

    /// <summary>Those that are whole and cannot be found yet.</summary>
    public static IQueryable<Message> NotIndexed(this IQueryable<Message> messages, AppDbContext db) =>
        messages.Where(m => m.DoneAt != null && m.Text != "" && !db.IndexedMessages.Any(i => i.MessageId == m.Id));

    /// <summary>Makes a message findable, in the caller's transaction.</summary>
    public static async Task IndexAsync(this AppDbContext db, Guid messageId, CancellationToken cancel)
    {
        var whole = await db.Messages.AsNoTracking().Where(m => m.Id == messageId).NotIndexed(db)
            .Select(m => new { m.ConversationId, m.ModelKey, m.Text, m.CreatedAt, Owner = db.Conversations.Where(c => c.Id == m.ConversationId).Select(c => c.UserId).First() })
            .SingleOrDefaultAsync(cancel);
        if (whole is null) return;

        var entry = IndexedMessage.Of(whole.Owner, messageId, whole.ConversationId, whole.ModelKey, whole.CreatedAt);
        db.IndexedMessages.Add(entry);
        await db.SaveChangesAsync(cancel);

        if (SearchWords.TermsOf(whole.Text) is { Count: > 0 } terms)
            await db.Database.ExecuteSqlRawAsync(db.IsOnSqlServer ? InsertSqlServer : InsertSqlite, [entry.OwnerKey, entry.No, JsonSerializer.Serialize(terms)], cancel);
        db.Entry(entry).State = EntityState.Detached;
    }
}
