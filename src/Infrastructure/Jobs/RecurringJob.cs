using Quartz;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>A job that runs by the clock, never twice at once on one node. The times are cron's five fields, in UTC.</summary>
public sealed record RecurringJob(string Id, string Cron, Type Job)
{
    public static RecurringJob Of<TJob>(string id, string cron) where TJob : class, IJob<RecurringRun> => new(id, cron, typeof(TJob));

    public DateTime NextAfter(DateTime at) =>
        CronExpression.Parse(Cron, CronFormat.Unix).WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(new DateTimeOffset(at, TimeSpan.Zero))!.Value.UtcDateTime;
}

/// <summary>What a recurring job is told: nothing, it looks at the state.</summary>
public readonly record struct RecurringRun;
