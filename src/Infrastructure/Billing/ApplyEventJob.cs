using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Acts on an announcement that has just arrived.</summary>
internal sealed class ApplyEventJob(EventApplication application) : IJob<string>
{
    public Task RunAsync(string args, CancellationToken cancel) => application.ApplyAsync(args, cancel);
}
