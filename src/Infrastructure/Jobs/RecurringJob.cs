namespace SaaSChat.Infrastructure.Jobs;

/// <summary>A job that runs by the clock, never twice at once on one node. The times are cron's five fields, in UTC.</summary>
internal sealed record RecurringJob(string Id, string Cron, Type Job)
{
    public static RecurringJob Of<TJob>(string id, string cron) where TJob : class, IJob<RecurringRun> => new(id, cron, typeof(TJob));
}

/// <summary>What a recurring job is told: nothing, it looks at the state.</summary>
public readonly record struct RecurringRun;
