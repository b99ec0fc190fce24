namespace SaaSChat.Infrastructure.Jobs;

/// <summary>One kind of work outside a request. Arguments are ids only; what they name is loaded afresh when the work runs.</summary>
public interface IJob<in TArgs>
{
    /// <summary>Safe to run twice. Throws to be tried again.</summary>
    Task RunAsync(TArgs args, CancellationToken cancel);
}

/// <summary>
/// Runs jobs in the background: each at least once, in no order, in a scope of its own and without the caller's culture. A job that
/// throws is tried again after a growing wait, then given up with an error in the log. Enqueue after SaveChanges: a job may start
/// before the call returns. What is enqueued may be lost with the process, so each job's work is also found by a recurring sweep on
/// state; operator's commands run no jobs and leave theirs to it.
/// </summary>
public interface IBackgroundJobs
{
    Task EnqueueAsync<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs>;

    /// <summary>Not before that time; as soon as possible when it has passed.</summary>
    Task ScheduleAsync<TJob, TArgs>(TArgs args, DateTime at) where TJob : class, IJob<TArgs>;

    /// <summary>As soon as possible: a recurring job that somebody wants now, never twice at once on one node, or a job that was given up.</summary>
    Task RunAsync(JobCall job);
}
