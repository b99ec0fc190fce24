using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Acts on announcements that the queue has lost, or that failed and are due again.</summary>
internal sealed class SweepEventsJob(AppDbContext db, EventApplication application, TimeProvider clock) : IJob<RecurringRun>
{
    private const int AtMost = 500;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        foreach (var id in await db.PaymentEvents.Due(clock.UtcNow()).Select(e => e.Id).Take(AtMost).ToListAsync(cancel)) await application.ApplyAsync(id, cancel);
    }
}
