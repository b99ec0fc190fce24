using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>Asks every provider that has an address whether it is there, so that one that failed is known to be back before a person has to try it.</summary>
internal sealed class ProbeProvidersJob(ConnectedProviders providers, ProviderChecks checks) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        foreach (var provider in providers.WithAddress) await checks.RunAsync(provider, cancel);
    }
}
