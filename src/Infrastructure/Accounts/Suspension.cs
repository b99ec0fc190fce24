using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Keeps a person out: their sessions and keys stop at once. Nothing of theirs is lost, and they can be let in again.</summary>
public sealed class Suspension(AppDbContext db, Sessions sessions, AccountDeletion leaving, AuditLog audit, Outbox outbox, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>False for the last admin: a site that nobody runs could be run by nobody ever after.</summary>
    public async Task<bool> SetAsync(Guid userId, bool suspended, string reason, AuditActor by, CancellationToken cancel)
    {
        Guid? letter = null;
        var done = await db.WriteAsync(() => SetAsync(userId, suspended, reason, by, id => letter = id, cancel), cancel);
        if (done && letter is { } mail) await jobs.EnqueueAsync<SendMailJob, Guid>(mail);
        return done;
    }

    /// <summary>As somebody decided who saw the opposite.</summary>
    public async Task<ActOutcome> ChangeAsync(Guid userId, bool suspended, string reason, AuditActor by, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(u => u.Id == userId && (u.SuspendedAt != null) == suspended, cancel)) return ActOutcome.Stale;
        return await SetAsync(userId, suspended, reason, by, cancel) ? ActOutcome.Done : ActOutcome.LastAdmin;
    }

    private async Task<bool> SetAsync(Guid userId, bool suspended, string reason, AuditActor by, Action<Guid> written, CancellationToken cancel)
    {
        var since = await db.Users.Where(u => u.Id == userId).Select(u => u.SuspendedAt).SingleAsync(cancel);
        if (since is not null == suspended) return true;

        var may = true;
        var act = new AuditAct(suspended ? AuditAction.UserSuspended : AuditAction.UserRestored, userId.ToString());
        if (suspended) may = await leaving.MayLeaveAsync(userId, cancel);
        if (!may) return false;

        await audit.RecordAsync(by, act, reason, async () =>
        {
            DateTime? from = suspended ? clock.UtcNow() : null;
            await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.SuspendedAt, from), cancel);
            if (!suspended) return;

            await sessions.EndAllAsync(userId, except: null, cancel);
            if (await WriteLetterAsync(userId, cancel) is { } letter) written(letter);
        }, cancel);
        return true;
    }

    // The reason stays in the log: it was written for colleagues.
    private async Task<Guid?> WriteLetterAsync(Guid userId, CancellationToken cancel)
    {
        var reader = await db.Users.Where(u => u.Id == userId).Select(u => new { u.Email, u.Name, u.Language }).SingleAsync(cancel);
        return reader.Email is { } to ? outbox.Write(MailKind.AccountSuspended, to, reader.Language, new MailArguments { Name = reader.Name, Path = $"/{reader.Language}/terms" }) : null;
    }
}
