namespace SaaSChat.Infrastructure.Data;

/// <summary>The one clock: the machine's, corrected to the database's, so that all nodes agree on the time.</summary>
public sealed class DatabaseClock : TimeProvider
{
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _offsetTicks));

    // The database read its clock about half-way between the question and the answer.
    internal void Correct(DateTime told, DateTime asked, DateTime answered) =>
        Volatile.Write(ref _offsetTicks, (told - (asked + (answered - asked) / 2)).Ticks);
}
