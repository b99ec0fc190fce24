using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Begins the new month of those whose month is over.</summary>
internal sealed class ResetQuotasJob(AppDbContext db, DueAllowances allowances, TimeProvider clock) : IJob<RecurringRun>
{
    public Task RunAsync(RecurringRun args, CancellationToken cancel) => allowances.PostAsync(db.WithCycleDue(clock.UtcNow()), cancel);
}
