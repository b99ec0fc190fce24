using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

/// <summary>Tells the engine every schedule when a node starts, and lets it forget those that are no more.</summary>
internal sealed class HangfireSchedules(IRecurringJobManager manager, JobStorage storage) : IHostedService
{
    private static readonly RecurringJobOptions Utc = new() { TimeZone = TimeZoneInfo.Utc };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in RecurringJobs.All) manager.AddOrUpdate(job.Id, HangfireJob.Of(JobCall.Of(job)), job.Cron, Utc);

        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(j => j.Id).Where(id => RecurringJobs.Find(id) is null)) manager.RemoveIfExists(gone);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
