using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Rows that nobody needs any more, table by table.</summary>
public sealed class Leftovers(AppDbContext db, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock)
{
    // Small enough that nobody who writes meanwhile waits long for the lock.
    private const int Batch = 500;

    public async Task DeleteAsync(CancellationToken cancel)
    {
        var (now, kept) = (clock.UtcNow(), retention.CurrentValue);

        var bansBefore = now - kept.EndedBans;
        await DeleteAsync(db.Bans.Where(b => b.Until < bansBefore).OrderBy(b => b.Until), cancel);

        var mailsBefore = now - kept.EndedMails;
        await DeleteAsync(db.OutboxMails.Where(m => m.SentAt < mailsBefore || m.GivenUpAt < mailsBefore).OrderBy(m => m.WrittenAt), cancel);

        // A link that was used is over no later than one that was not.
        await DeleteAsync(db.OneTimeLinks.Where(l => l.ExpiresAt < now).OrderBy(l => l.ExpiresAt), cancel);

        var sessionsBefore = now - kept.EndedSessions;
        await DeleteAsync(db.Sessions.Where(s => s.EndsAt < sessionsBefore).OrderBy(s => s.EndsAt), cancel);

        var keysBefore = now - kept.EndedApiKeys;
        await DeleteAsync(db.ApiKeys.Where(k => k.RevokedAt < keysBefore || k.ExpiresAt < keysBefore).OrderBy(k => k.CreatedAt), cancel);

        var runsBefore = now - kept.JobRuns;
        await DeleteAsync(db.JobRuns.Where(r => r.StartedAt < runsBefore).OrderBy(r => r.StartedAt), cancel);

        var noticesBefore = now - Notice.Kept;
        await DeleteAsync(db.Notices.Where(n => n.At < noticesBefore).OrderBy(n => n.At), cancel);

        var importsBefore = now - ChatImport.Lifetime;
        await DeleteAsync(db.ChatImports.Where(i => i.CreatedAt < importsBefore).OrderBy(i => i.CreatedAt), cancel);

        var chatsBefore = now - kept.DeletedChats;
        await DeleteAsync(db.Conversations.Where(c => c.DeletedAt < chatsBefore).OrderBy(c => c.DeletedAt), cancel);
        await DeleteAsync(db.Conversations.Where(c => c.GoesAt < now).OrderBy(c => c.GoesAt), cancel);
    }

    /// <summary>Their credits stay in the ledger, with nobody they could be traced to.</summary>
    public async Task ForgetGuestsAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (cameBefore, month) = (now - retention.CurrentValue.Visitors, NetworkKey.MonthOf(now));
        await DeleteAsync(db.Conversations.Where(c => db.Visitors.Any(v => v.Id == c.UserId && v.CameAt < cameBefore)).OrderBy(c => c.CreatedAt), cancel);
        await DeleteAsync(db.Visitors.Where(v => v.CameAt < cameBefore).OrderBy(v => v.CameAt), cancel);
        await DeleteAsync(db.NetworkKeys.Where(k => k.Month != month).OrderBy(k => k.Month), cancel);
    }

    private static async Task DeleteAsync<T>(IQueryable<T> over, CancellationToken cancel)
    {
        while (await over.Take(Batch).ExecuteDeleteAsync(cancel) == Batch)
        {
        }
    }
}
