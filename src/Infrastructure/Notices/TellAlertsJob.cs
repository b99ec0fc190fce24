using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>Tells people of the thresholds of their limits that they have passed.</summary>
internal sealed class TellAlertsJob(AppDbContext db, Alerts alerts) : IJob<RecurringRun>
{
    private const int Batch = 200;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        foreach (var alert in await db.UsageAlerts.AsNoTracking().Where(a => a.ToldAt == null).OrderBy(a => a.At).Take(Batch).ToListAsync(cancel)) await alerts.TellAsync(alert, cancel);
    }
}
