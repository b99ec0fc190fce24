using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Deletes what has been over for long enough.</summary>
internal sealed class RetentionJob(AppDbContext db, UnconfirmedAccounts unconfirmed, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock) : IJob<RecurringRun>
{
    // Small enough that nobody who writes meanwhile waits long for the lock.
    private const int Batch = 500;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var bansBefore = clock.UtcNow() - retention.CurrentValue.EndedBans;
        await DeleteAsync(db.Bans.Where(b => b.Until < bansBefore).OrderBy(b => b.Until), cancel);

        var mailsBefore = clock.UtcNow() - retention.CurrentValue.EndedMails;
        await DeleteAsync(db.OutboxMails.Where(m => m.SentAt < mailsBefore || m.GivenUpAt < mailsBefore).OrderBy(m => m.WrittenAt), cancel);

        // A link that was used is over no later than one that was not.
        var now = clock.UtcNow();
        await DeleteAsync(db.OneTimeLinks.Where(l => l.ExpiresAt < now).OrderBy(l => l.ExpiresAt), cancel);

        await unconfirmed.RemoveAsync(now - retention.CurrentValue.UnconfirmedAccounts, cancel);

        var sessionsBefore = clock.UtcNow() - retention.CurrentValue.EndedSessions;
        await DeleteAsync(db.Sessions.Where(s => s.EndsAt < sessionsBefore).OrderBy(s => s.EndsAt), cancel);

        var keysBefore = now - retention.CurrentValue.EndedApiKeys;
        await DeleteAsync(db.ApiKeys.Where(k => k.RevokedAt < keysBefore || k.ExpiresAt < keysBefore).OrderBy(k => k.CreatedAt), cancel);

        var chatsBefore = clock.UtcNow() - retention.CurrentValue.DeletedChats;
        await DeleteAsync(db.Conversations.Where(c => c.DeletedAt < chatsBefore).OrderBy(c => c.DeletedAt), cancel);

        var noticesBefore = now - Notice.Kept;
        await DeleteAsync(db.Notices.Where(n => n.At < noticesBefore).OrderBy(n => n.At), cancel);

        var (exportsBefore, importsBefore) = (now - ChatExport.Lifetime, now - ChatImport.Lifetime);
        await DeleteAsync(db.ChatExports.Where(e => e.CreatedAt < exportsBefore).OrderBy(e => e.CreatedAt), cancel);
        await DeleteAsync(db.ChatImports.Where(i => i.CreatedAt < importsBefore).OrderBy(i => i.CreatedAt), cancel);

        await DeleteAsync(db.Conversations.Where(c => c.GoesAt < now).OrderBy(c => c.GoesAt), cancel);

        await ForgetGuestsAsync(cancel);
    }

    // Their credits stay in the ledger, with nobody they could be traced to.
    private async Task ForgetGuestsAsync(CancellationToken cancel)
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
