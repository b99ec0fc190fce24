using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Posts the refills whose time has come, and tells of all that have come today, whoever posted them.</summary>
internal sealed class RefillCreditsJob(AppDbContext db, DueAllowances allowances, RefillNews news, TimeProvider clock) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        await allowances.PostAsync(db.WithRefillDue(clock.UtcNow()), cancel);
        await news.TellAsync(cancel);
    }
}
