using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Data;
#if HANGFIRE
using SaaSChat.Infrastructure.Jobs.Hangfire;
#endif
using SaaSChat.Infrastructure.Jobs.Quartz;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Jobs;

public static class JobsSetup
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<JobsOptions>().BindConfiguration("Jobs")
            .Validate(o => o.Attempts is >= 1 and <= 20, "Jobs:Attempts must be a whole number from 1 to 20.")
            .Validate(o => o.RetryAfter > TimeSpan.Zero && o.RetryAfter <= o.LongestWait && o.LongestWait <= TimeSpan.FromDays(1),
                "Jobs:RetryAfter must be above zero and not above Jobs:LongestWait, which is at most 1.00:00:00.")
            .ValidateOnStart();
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention")
            .Validate(o => o.EndedBans >= TimeSpan.FromDays(1), "Retention:EndedBans must be at least 1.00:00:00.")
            .Validate(o => o.EndedMails >= TimeSpan.FromDays(1), "Retention:EndedMails must be at least 1.00:00:00.")
            .Validate(o => o.UnconfirmedAccounts >= TimeSpan.FromDays(1), "Retention:UnconfirmedAccounts must be at least 1.00:00:00.")
            .Validate(o => o.EndedSessions >= TimeSpan.FromDays(1), "Retention:EndedSessions must be at least 1.00:00:00.")
            .Validate(o => o.EndedApiKeys >= TimeSpan.FromDays(1), "Retention:EndedApiKeys must be at least 1.00:00:00.")
            .Validate(o => o.DeletedChats >= TimeSpan.FromHours(1), "Retention:DeletedChats must be at least 01:00:00.")
            .Validate(o => o.JobRuns >= TimeSpan.FromDays(2), "Retention:JobRuns must be at least 2.00:00:00.")
            .Validate(o => o.Visitors >= TimeSpan.FromDays(1) && o.Visitors <= TimeSpan.FromDays(400), "Retention:Visitors must lie between 1.00:00:00 and 400.00:00:00.")
            .ValidateOnStart();
        services.AddSettingCheck<RetentionOptions>("Retention");
        services.AddScoped<JobRunner>();
        services.AddSingleton<JobRuns>();
        services.AddScoped<JobControl>();
        services.AddScoped<Leftovers>();
        AddEngine(builder);
    }

    private static void AddEngine(IHostApplicationBuilder builder)
    {
        var database = DatabaseSettings.Read(builder.Configuration);
        if (database.Provider != DatabaseProvider.SqlServer) builder.Services.AddQuartzJobs();
#if HANGFIRE
        else builder.Services.AddHangfireJobs(DatabaseSettings.ConnectionFor(database, builder));
#else
        else builder.Services.AddClusteredQuartzJobs(DatabaseSettings.ConnectionFor(database, builder));
#endif
    }
}
