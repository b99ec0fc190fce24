using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Reckons what an admin wants to know of another price.</summary>
internal sealed class ReplayPricesJob(PriceReplays replays) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel) => replays.RunAsync(args, cancel);
}
