using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Sees to reckonings of another price that were broken off, and forgets old ones.</summary>
internal sealed class SweepReplaysJob(PriceReplays replays) : IJob<RecurringRun>
{
    public Task RunAsync(RecurringRun args, CancellationToken cancel) => replays.SweepAsync(cancel);
}
