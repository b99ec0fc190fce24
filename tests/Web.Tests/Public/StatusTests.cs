using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SaaSChat.Web.Tests.Public;

public sealed class StatusTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task All_parts_are_checked_and_work()
    {
        var page = await app.Visit().OpenAsync("/en/status");

        Assert.Contains("Everything is working", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Database", page.QuerySelectorAll(".parts h3").Select(h => h.TextContent));
        Assert.All(page.QuerySelectorAll(".parts .badge"), b => Assert.Equal("Working", b.TextContent.Trim()));
        Assert.Contains("No incidents reported", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_part_is_named_in_words_and_why_stays_inside()
    {
        using var broken = Broken();

        var page = await broken.Visit().OpenAsync("/ar/status");

        Assert.Contains("هناك ما لا يعمل", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["يعمل", "لا يعمل"], page.QuerySelectorAll(".parts .badge").Select(b => b.TextContent.Trim()));
        Assert.DoesNotContain("disk", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_the_check_is_the_visitors()
    {
        var sara = app.Visit();
        sara.Client.DefaultRequestHeaders.Add("Cookie", "tz=Asia/Riyadh");

        Assert.Contains("Asia/Riyadh", (await sara.OpenAsync("/ar/status")).Body!.TextContent, StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Broken() => app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.Configure<HealthCheckServiceOptions>(checks =>
        {
            checks.Registrations.Clear();
            checks.Registrations.Add(new HealthCheckRegistration("database", new Failing(), failureStatus: null, tags: null));
        })));

    private sealed class Failing : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Unhealthy("the disk is full"));
    }
}
