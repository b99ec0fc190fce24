using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>Sends every letter whose time has come: those that were never enqueued, failed before, or lost their sender.</summary>
internal sealed class SweepOutboxJob(AppDbContext db, OutgoingMail outgoing, TimeProvider clock) : IJob<RecurringRun>
{
    private const int Batch = 100;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var due = await db.OutboxMails.Where(m => m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Select(m => m.Id).Take(Batch).ToListAsync(cancel);
        foreach (var id in due)
        {
            // The others keep their attempts for when the mail server is back.
            if (await outgoing.SendAsync(id, cancel) is DeliveryOutcome.Unavailable) return;
        }
    }
}
