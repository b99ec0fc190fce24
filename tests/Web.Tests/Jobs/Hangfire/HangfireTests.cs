using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs.Hangfire;

[Collection(nameof(HangfireApp))]
public sealed class HangfireTests(HangfireApp app) : BackgroundJobsFacts(app)
{
    [Fact]
    public void Every_schedule_is_set_in_UTC_and_will_fire()
    {
        using var connection = app.Storage.GetConnection();

        var known = connection.GetRecurringJobs();

        Assert.Equal(RecurringJobs.All.Select(j => (j.Id, j.Cron)).Order(), known.Select(j => (j.Id, j.Cron)).Order());
        Assert.All(known, j => Assert.Equal("UTC", j.TimeZoneId));
        Assert.All(known, j => Assert.NotNull(j.NextExecution));
    }

    [Fact]
    public async Task Whoever_watches_is_told_that_somebody_works()
    {
        _ = app.Storage;
        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "jobs");

        Assert.Equal(HealthStatus.Healthy, report.Entries["jobs"].Status);
    }
}
