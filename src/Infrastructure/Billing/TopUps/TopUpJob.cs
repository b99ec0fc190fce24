using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>An account has just fallen below what its owner wished.</summary>
internal sealed class TopUpJob(TopUpCharging charging) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel) => charging.RunAsync(args, cancel);
}
