using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class RecurringJobsTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task Every_schedule_is_set_and_will_fire()
    {
        var scheduler = await app.SchedulerAsync();

        foreach (var job in RecurringJobs.All)
            Assert.NotNull((await scheduler.GetTrigger(new TriggerKey(job.Id)))?.NextFireTimeUtc);
    }

    [Fact]
    public async Task The_times_are_in_UTC()
    {
        var trigger = await (await app.SchedulerAsync()).GetTrigger(new TriggerKey("audit-check"));

        var next = trigger!.NextFireTimeUtc!.Value.UtcDateTime;
        Assert.Equal((2, 10), (next.Hour, next.Minute));
    }

    [Fact]
    public void The_schedules_are_the_ones_that_operators_know()
    {
        string[] known =
        [
            "auto-refill", "quota-reset", "usage-alerts", "low-balance", "hold-sweep", "webhook-sweep", "stripe-reconciliation", "ledger-audit",
            "mail-outbox", "exports", "retention", "price-activation", "provider-probes", "erasure",
        ];

        Assert.Subset(RecurringJobs.All.Select(j => j.Id).ToHashSet(StringComparer.Ordinal), known.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_job_is_short()
    {
        foreach (var job in RecurringJobs.All.Select(j => j.Job.Name))
        {
            var file = Assert.Single(Directory.GetFiles(Repository.Path("src"), $"{job}.cs", SearchOption.AllDirectories));
            var body = File.ReadLines(file).SkipWhile(line => !line.Contains($"class {job}", StringComparison.Ordinal)).ToList();
            Assert.True(body.Count <= 25, $"{job} has {body.Count} lines.");
        }
    }

    [Fact]
    public async Task A_shutdown_waits_for_the_job_that_is_running()
    {
        await using var stopping = new JobsApp();
        await stopping.TriggerAsync("held");
        Assert.True(await stopping.Witness.Entered.WaitAsync(TimeSpan.FromSeconds(5)));
        var witness = stopping.Witness;
        var host = stopping.Services.GetServices<IHostedService>().OfType<QuartzHostedService>().Single();

        var stop = host.StopAsync(CancellationToken.None);
        Assert.NotSame(stop, await Task.WhenAny(stop, Task.Delay(200)));

        witness.Gate.Release();
        await stop.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_shutdown_does_not_wait_for_ever()
    {
        await using var stopping = new JobsApp();
        await stopping.TriggerAsync("held");
        Assert.True(await stopping.Witness.Entered.WaitAsync(TimeSpan.FromSeconds(5)));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var stop = stopping.Services.GetServices<IHostedService>().OfType<QuartzHostedService>().Single().StopAsync(patience.Token);

        Assert.Same(stop, await Task.WhenAny(stop, Task.Delay(TimeSpan.FromSeconds(2))));
        stopping.Witness.Gate.Release();
    }
}
