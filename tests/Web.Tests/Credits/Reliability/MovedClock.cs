namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class MovedClock(DateTime now) : TimeProvider
{
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
