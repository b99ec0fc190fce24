namespace SaaSChat.Web.Tests;

/// <summary>A clock that a test turns on.</summary>
public sealed class TurnableClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Turn(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
