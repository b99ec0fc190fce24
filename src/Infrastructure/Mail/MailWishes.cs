using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>Of which topics a person wants letters.</summary>
public sealed class MailWishes(AppDbContext db)
{
    public async Task<IReadOnlyList<MailTopic>> WantedAsync(Guid userId, CancellationToken cancel)
    {
        var refused = await db.MailRefusals.Where(r => r.UserId == userId).Select(r => r.Topic).ToListAsync(cancel);
        return [.. Enum.GetValues<MailTopic>().Except(refused)];
    }

    public Task SetAsync(Guid userId, IEnumerable<MailTopic> wanted, CancellationToken cancel) => WriteAsync(userId, Enum.GetValues<MailTopic>().Except(wanted), keep: false, cancel);

    /// <summary>However often it is said.</summary>
    public Task RefuseAsync(Guid userId, MailTopic topic, CancellationToken cancel) => WriteAsync(userId, [topic], keep: true, cancel);

    private Task<int> WriteAsync(Guid userId, IEnumerable<MailTopic> refused, bool keep, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        // Only locks: whoever says the same at the same moment waits here, and finds it said.
        if (await db.Users.Where(u => u.Id == userId && u.DeletedAt == null).ExecuteUpdateAsync(u => u.SetProperty(x => x.Language, x => x.Language), cancel) == 0) return 0;

        if (!keep) await db.MailRefusals.Where(r => r.UserId == userId).ExecuteDeleteAsync(cancel);
        var known = await db.MailRefusals.Where(r => r.UserId == userId).Select(r => r.Topic).ToListAsync(cancel);
        db.MailRefusals.AddRange(refused.Except(known).Select(topic => new MailRefusal(userId, topic)));
        return await db.SaveChangesAsync(cancel);
    }, cancel);
}
