using Microsoft.Extensions.Logging;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

/// <summary>Says that a job failed for the last time.</summary>
internal sealed class GivenUpJobs(ILogger<GivenUpJobs> log) : ITriggerListener
{
    public string Name => nameof(GivenUpJobs);

    public ValueTask TriggerRetriesExhausted(
        ITrigger trigger, IJobExecutionContext context, JobExecutionException exception, CancellationToken cancellationToken = default)
    {
        log.LogError(exception.InnerException, "{Job} is given up after {Attempts} attempts", context.JobDetail.JobType.Type.GenericTypeArguments[0].Name, context.RetryAttempt + 1);
        return ValueTask.CompletedTask;
    }
}
