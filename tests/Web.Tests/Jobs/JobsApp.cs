using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Jobs.Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>The program with the real scheduler, impatient waits and a recurring job whose runs a test holds open.</summary>
public class JobsApp : TestApp
{
    public JobsApp()
    {
    }

    internal JobsApp(TestDatabase database) : base(database)
    {
    }

    internal LogLines Log { get; } = new();
    internal Witness Witness => Services.GetRequiredService<Witness>();
    internal IBackgroundJobs Jobs => Services.GetRequiredService<IBackgroundJobs>();

    internal Task<IScheduler> SchedulerAsync() => Services.GetRequiredService<ISchedulerFactory>().GetScheduler().AsTask();

    internal Task TriggerAsync(string recurring) => Jobs.RunAsync(JobCall.Of(RecurringJobs.Find(recurring) ?? Held, byHand: true));

    /// <summary>A recurring job whose runs a test holds open.</summary>
    internal static readonly RecurringJob Held = RecurringJob.Of<HeldJob>("held", "0 0 1 1 *");

    /// <summary>Puts another engine in the place of the one that comes with the database.</summary>
    protected virtual void UseEngine(IServiceCollection services) => services.ConfigureAllQuartzSchedulers(quartz => quartz.AddRecurring(Held));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Jobs:Attempts", "3");
        builder.UseSetting("Jobs:RetryAfter", "00:00:00.020");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<Witness>();
            services.AddSingleton<ILoggerProvider>(Log);
            UseEngine(services);
        });
    }
}
