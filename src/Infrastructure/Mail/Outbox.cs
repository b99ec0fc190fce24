using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>
/// Writes letters beside their cause: saved with it, or not at all. Enqueue a <see cref="SendMailJob"/> with the id after the commit, so
/// that the letter leaves at once; one that was not enqueued leaves within about a minute.
/// </summary>
public sealed class Outbox(AppDbContext db, TimeProvider clock)
{
    public Guid Write(MailKind kind, string to, string language, MailArguments arguments)
    {
        var mail = OutboxMail.Write(kind, to, language, arguments, clock.UtcNow());
        db.OutboxMails.Add(mail);
        return mail.Id;
    }
}
