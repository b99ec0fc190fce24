using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Gives what an admin has ordered for many.</summary>
internal sealed class GiveBulkGrantJob(BulkGranting granting) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel) => granting.GiveAsync(args, cancel);
}
