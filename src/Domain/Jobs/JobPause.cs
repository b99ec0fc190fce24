namespace SaaSChat.Domain.Jobs;

/// <summary>A recurring job that does not run by the clock until it is resumed, on no node and by no engine.</summary>
public sealed class JobPause(string job, DateTime at)
{
    public string Job { get; private set; } = job;
    public DateTime At { get; private set; } = at;
}
