using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>
/// Sends one letter of the outbox, if it is due and nobody else is at it. At least once: a process that dies between the other side's
/// yes and the save below leaves the letter to be sent again when its lease ends, under the same message id.
/// </summary>
public sealed class OutgoingMail(AppDbContext db, IMailTransport transport, WordLetter word, TimeProvider clock, ILogger<OutgoingMail> log)
{
    /// <summary>Null when there was nothing to send.</summary>
    public async Task<DeliveryOutcome?> SendAsync(Guid id, CancellationToken cancel)
    {
        if (await ClaimAsync(id, cancel) is not { } mail) return null;

        var delivery = await transport.SendAsync(word(mail), cancel);
        Note(mail, delivery);

        // Not cancelled any more: what was taken must not be sent again because we are stopping.
        await db.SaveChangesAsync(CancellationToken.None);
        return delivery.Outcome;
    }

    private async Task<OutboxMail?> ClaimAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = clock.UtcNow();
        if (await db.OutboxMails.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } mail || !mail.IsDue(now)) return null;

        if (mail.IsOutdated(now)) mail.GiveUp(now, "its link expired while it waited");
        else if (mail.IsExhausted) mail.GiveUp(now, "nothing was heard of the last attempt");
        else mail.Claim(now);

        if (!await TrySaveAsync(cancel)) return null;
        if (mail.IsWaiting) return mail;

        LogGivenUp(mail);
        return null;
    }

    // The row's version makes the save a conditional update: of all who saw the letter due, one gets it.
    private async Task<bool> TrySaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private void Note(OutboxMail mail, Delivery delivery)
    {
        var now = clock.UtcNow();
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Taken:
                mail.MarkSent(now);
                log.LogInformation("Mail {Id} ({Kind}) was sent at attempt {Attempt}", mail.Id, mail.Kind, mail.Attempts);
                return;
            case DeliveryOutcome.Refused:
                mail.GiveUp(now, delivery.Reason);
                break;
            default:
                mail.Failed(now, delivery.Reason);
                break;
        }

        if (mail.IsWaiting)
            log.LogWarning("Mail {Id} ({Kind}) was not sent at attempt {Attempt}: {Reason}; next at {NextAttemptAt:u}", mail.Id, mail.Kind, mail.Attempts, mail.Error, mail.NextAttemptAt);
        else
            LogGivenUp(mail);
    }

    private void LogGivenUp(OutboxMail mail) =>
        log.LogError("Mail {Id} ({Kind}) is given up after {Attempts} attempts: {Reason}", mail.Id, mail.Kind, mail.Attempts, mail.Error);
}
