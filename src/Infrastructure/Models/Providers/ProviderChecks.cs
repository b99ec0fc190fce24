using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>Finds out how a provider does, tells its pool of keys, and writes it down for all nodes.</summary>
internal sealed class ProviderChecks(AppDbContext db, KeyUse use, TimeProvider clock, ILogger<ProviderChecks> log)
{
    public async Task RunAsync(ConnectedProvider provider, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var fault = await provider.ProbeAsync(use, cancel);
        var health = await db.ProviderHealth.FindAsync([provider.Name], cancel) ?? db.ProviderHealth.Add(new ProviderHealth(provider.Name)).Entity;
        var isNews = health.Note(fault?.Fault, Stopwatch.GetElapsedTime(began), clock.UtcNow());
        await db.SaveChangesAsync(cancel);

        if (isNews && fault is not null) log.LogWarning("{Provider} does badly: {Fault}. {Message}", provider.Name, fault.Fault, fault.Message);
        else if (isNews) log.LogInformation("{Provider} does well again", provider.Name);
    }
}
