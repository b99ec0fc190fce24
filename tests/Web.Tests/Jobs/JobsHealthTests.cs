using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class JobsHealthTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task Jobs_that_stand_still_are_reported_and_take_no_node_away_from_its_visitors()
    {
        Assert.Equal(HealthStatus.Healthy, await StatusAsync());

        await (await app.SchedulerAsync()).Standby();

        Assert.Equal(HealthStatus.Degraded, await StatusAsync());
        using var ready = await app.CreateClient().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"ok\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HealthStatus> StatusAsync()
    {
        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "jobs");
        return report.Entries["jobs"].Status;
    }
}
