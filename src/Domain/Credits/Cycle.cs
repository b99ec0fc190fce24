namespace SaaSChat.Domain.Credits;

/// <summary>One month of an account, counted from the instant it was opened. Instants are UTC, so no clock change makes a cycle longer.</summary>
public readonly record struct Cycle(DateTime Start, DateTime End)
{
    /// <summary>The cycle that holds the time; the first one when a clock tells a time before the anchor.</summary>
    public static Cycle At(DateTime anchor, DateTime at)
    {
        var number = Math.Max(0, Interval.Monthly.StepsBetween(anchor, at));
        return new Cycle(Interval.Monthly.Step(anchor, number), Interval.Monthly.Step(anchor, number + 1));
    }
}
