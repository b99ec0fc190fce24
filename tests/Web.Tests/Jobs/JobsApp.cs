using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Jobs.Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>The program with the real scheduler, impatient waits and a recurring job whose runs a test holds open.</summary>
public sealed class JobsApp : TestApp
{
    internal LogLines Log { get; } = new();
    internal Witness Witness => Services.GetRequiredService<Witness>();
    internal IBackgroundJobs Jobs => Services.GetRequiredService<IBackgroundJobs>();

    internal Task<IScheduler> SchedulerAsync() => Services.GetRequiredService<ISchedulerFactory>().GetScheduler().AsTask();

    internal async Task TriggerAsync(string recurring) => await (await SchedulerAsync()).TriggerJob(new JobKey(recurring));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Jobs:Attempts", "3");
        builder.UseSetting("Jobs:RetryAfter", "00:00:00.020");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<Witness>();
            services.AddSingleton<ILoggerProvider>(Log);
            services.ConfigureAllQuartzSchedulers(quartz => quartz.AddRecurring(RecurringJob.Of<HeldJob>("held", "0 0 1 1 *")));
        });
    }
}
