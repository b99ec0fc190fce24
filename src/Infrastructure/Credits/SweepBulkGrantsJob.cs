using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Sees to grants for many that were broken off.</summary>
internal sealed class SweepBulkGrantsJob(BulkGranting granting) : IJob<RecurringRun>
{
    public Task RunAsync(RecurringRun args, CancellationToken cancel) => granting.SweepAsync(cancel);
}
