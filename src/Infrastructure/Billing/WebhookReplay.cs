using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Has an announcement acted on once more, with the log's entry of it. What was booked before is booked once all the same.</summary>
public sealed class WebhookReplay(AppDbContext db, AuditLog audit, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>False where there is none.</summary>
    public async Task<bool> RunAsync(string eventId, AuditActor by, CancellationToken cancel)
    {
        if (await db.PaymentEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == eventId, cancel) is not { } before) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.WebhookReplayed, eventId, before.State.ToString()), null, async () =>
            (await db.PaymentEvents.SingleAsync(e => e.Id == eventId, cancel)).Reopen(clock.UtcNow()), cancel);
        await jobs.EnqueueAsync<ApplyEventJob, string>(eventId);
        return true;
    }
}
