using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>Tells a person something once: a notice, and a letter if they want letters, both in one transaction with the mark that says it was told.</summary>
public sealed class Telling(AppDbContext db, Outbox outbox, IBackgroundJobs jobs)
{
    /// <param name="notice">What is told.</param>
    /// <param name="kind">The letter's kind.</param>
    /// <param name="mark">Marks it as told and says what stands in the letter; null where somebody else has just told it.</param>
    public async Task TellAsync(Notice notice, MailKind kind, Func<Task<MailArguments?>> mark, CancellationToken cancel)
    {
        var topic = kind.Topic();
        var reader = await db.Users.AsNoTracking().Where(u => u.Id == notice.UserId && u.DeletedAt == null)
            .Select(u => new { u.Email, u.Name, u.Language, ByMail = !db.MailRefusals.Any(r => r.UserId == u.Id && r.Topic == topic) }).SingleOrDefaultAsync(cancel);
        var written = await db.WriteAsync(async () =>
        {
            if (await mark() is not { } letter || reader is null) return (Guid?)null;

            db.Notices.Add(notice);
            Guid? mail = reader.ByMail ? outbox.Write(kind, reader.Email!, reader.Language, letter with { Name = reader.Name, UserId = notice.UserId }) : null;
            await db.SaveChangesAsync(cancel);
            return mail;
        }, cancel, isThere: () => db.Notices.AnyAsync(n => n.Id == notice.Id, cancel));
        db.ChangeTracker.Clear();
        if (written is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
    }
}
