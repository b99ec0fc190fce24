using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Jobs;

/// <summary>What jobs are called by people.</summary>
internal static class JobWords
{
    /// <param name="text">The reader's words.</param>
    /// <param name="job">The id of a recurring job, or the type of another, as <see cref="JobRun.Job"/> says it.</param>
    public static string JobName(this IStringLocalizer<Text> text, string job)
    {
        if (RecurringJobs.Find(job) is not null) return text[$"Jobs.Name.{job}"];

        var kind = new JobCall(job, "").Name;
        return text[$"Jobs.Kind.{kind}"] is { ResourceNotFound: false } known ? known : kind;
    }

    /// <summary>The style of its badge.</summary>
    public static string Style(this JobOutcome outcome) => outcome switch
    {
        JobOutcome.Done => "badge-success",
        JobOutcome.Failed => "badge-gold",
        JobOutcome.GivenUp => "badge-danger",
        JobOutcome.Running => "badge-info",
        _ => "",
    };
}
