namespace SaaSChat.Domain.Api;

/// <summary>A key that is to be made: what for, what it may do, and for how long; without an end when none is said.</summary>
public sealed record ApiKeyOrder(string Label, IReadOnlyList<string> Scopes, TimeSpan? Lifetime = null)
{
    public const int LabelLength = 60;
    public const int MostDays = 3650;

    /// <summary>Null when nothing readable is left or it is too long.</summary>
    public static string? CleanLabel(string typed)
    {
        if (typed.Length > LabelLength * 4) return null;

        var label = OneLine.Of(typed, typed.Length);
        return label.Length <= LabelLength && label.Any(c => !VisibleText.IsJoiner(c)) ? label : null;
    }
}
