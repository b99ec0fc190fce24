namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Section "Jobs".</summary>
public sealed class JobsOptions
{
    /// <summary>Jobs that failed together because something was down must not come back together.</summary>
    internal const double Jitter = 0.2;

    /// <summary>How often a job that fails is run in all before it is given up.</summary>
    public int Attempts { get; set; } = 6;

    /// <summary>The wait before the second attempt; it doubles with each one, give or take a fifth.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(10);
}
