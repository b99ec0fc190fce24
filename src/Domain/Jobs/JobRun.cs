namespace SaaSChat.Domain.Jobs;

/// <summary>One run of a recurring job, or a job that was given up: what an operator looks at. No engine reads it.</summary>
public sealed class JobRun
{
    public const int JobLength = 200;
    public const int ArgsLength = 400;
    public const int NodeLength = 100;
    public const int ErrorLength = 400;

    private JobRun()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The id of a recurring job, or the type of another.</summary>
    public string Job { get; private set; } = "";

    /// <summary>What a job that was given up had been told, so that it can be run again; null for a recurring one.</summary>
    public string? Args { get; private set; }

    public int Attempt { get; private set; }
    public string Node { get; private set; } = "";
    public DateTime StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public JobOutcome Outcome { get; private set; }
    public string? Error { get; private set; }

    public TimeSpan? Took => EndedAt - StartedAt;

    public static JobRun Begin(string job, string? args, int attempt, string node, DateTime at) => new()
    {
        Id = Ids.NewId(), Job = job, Args = args, Attempt = attempt, Node = OneLine.Of(node, NodeLength), StartedAt = at,
    };

    public void End(JobOutcome outcome, string? error, DateTime at) =>
        (Outcome, Error, EndedAt) = (outcome, error is null ? null : OneLine.Of(error, ErrorLength), at);
}

public enum JobOutcome
{
    /// <summary>Or its node died.</summary>
    Running,

    Done,

    /// <summary>To be tried again.</summary>
    Failed,

    GivenUp,

    /// <summary>Its node was told to stop.</summary>
    Stopped,

    /// <summary>It was given up, and somebody has had it run again.</summary>
    Retried,
}
