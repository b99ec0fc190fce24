using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Jobs;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Runs a job in the scope that its engine opened for it; the same on every engine. The log never holds the arguments.</summary>
internal sealed class JobRunner(IServiceProvider services, JobRuns runs, IOptions<JobsOptions> options, ILogger<JobRunner> log)
{
    /// <summary>Throws what the job threw, for the engine to try again.</summary>
    public async Task RunAsync(JobCall call, int attempt, CancellationToken cancel)
    {
        // Whoever enqueued it may have been speaking another language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        if (await runs.IsPausedAsync(call, cancel)) return;

        var (run, began) = (await runs.BeginAsync(call, attempt, cancel), Stopwatch.GetTimestamp());
        try
        {
            await call.RunAsync(services, cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            await runs.EndAsync(run, JobOutcome.Stopped, null);
            throw;
        }
        catch (Exception e)
        {
            var isLast = attempt >= options.Value.Attempts;
            if (isLast) log.LogError(e, "{Job} is given up after {Attempts} attempts", call.Name, attempt);
            else log.LogWarning(e, "{Job} failed at attempt {Attempt} after {Ms:F0} ms", call.Name, attempt, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await runs.EndAsync(run, isLast ? JobOutcome.GivenUp : JobOutcome.Failed, e);
            throw;
        }

        log.LogInformation("{Job} done at attempt {Attempt} in {Ms:F0} ms", call.Name, attempt, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        await runs.EndAsync(run, JobOutcome.Done, null);
    }
}
