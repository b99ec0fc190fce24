using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

/// <summary>Every job of ours, to Quartz.</summary>
internal sealed class QuartzJob(JobRunner runner) : IJob
{
    private const string ByHandKey = "byHand";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var said = context.MergedJobDataMap;
        var recurring = said.TryGetString(nameof(JobCall.Recurring), out var id) ? id : null;
        var call = new JobCall(said.GetString(nameof(JobCall.Job))!, said.GetString(nameof(JobCall.Args))!, recurring, said.ContainsKey(ByHandKey));
        try
        {
            await runner.RunAsync(call, context.RetryAttempt + 1, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new JobExecutionException(e);
        }
    }

    /// <summary>Only words: they are kept as such in a database.</summary>
    public static JobDataMap Say(JobCall call)
    {
        var said = new JobDataMap { [nameof(JobCall.Job)] = call.Job, [nameof(JobCall.Args)] = call.Args };
        if (call.Recurring is not null) said[nameof(JobCall.Recurring)] = call.Recurring;
        if (call.ByHand) said[ByHandKey] = bool.TrueString;
        return said;
    }
}
