using System.Globalization;

namespace SaaSChat.Domain.Settings;

/// <summary>What a setting may hold.</summary>
public abstract record SettingKind
{
    /// <summary>The one way the value is stored, or null when it is not of this kind or out of its bounds.</summary>
    public abstract string? Read(string text);
}

public sealed record SwitchKind : SettingKind
{
    public override string? Read(string text) => bool.TryParse(text, out var on) ? (on ? "true" : "false") : null;
}

public sealed record WholeNumberKind(long Min, long Max) : SettingKind
{
    public override string? Read(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
}

/// <summary>Written as hours:minutes:seconds, with days before a point: 00:05:00 or 30.00:00:00.</summary>
public sealed record DurationKind(TimeSpan Min, TimeSpan Max) : SettingKind
{
    // A bare number is refused: a TimeSpan reads "5" as five days.
    public override string? Read(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= Min && span <= Max
            ? span.ToString("c", CultureInfo.InvariantCulture)
            : null;
}

/// <summary>One of a few words.</summary>
public sealed record ChoiceKind(IReadOnlyList<string> Words) : SettingKind
{
    public static ChoiceKind Of<T>() where T : struct, Enum => new([.. Enum.GetNames<T>()]);

    // By name only: a configuration would read an enum's number too.
    public override string? Read(string text) => Words.FirstOrDefault(word => string.Equals(word, text.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Items with commas between them, kept as one value: a configuration's own list would show through behind a shorter one.</summary>
public sealed record TextListKind(int MaxItems, int MaxLength) : SettingKind
{
    public override string? Read(string text)
    {
        var items = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length <= MaxItems && items.All(i => i.Length <= MaxLength && !i.Any(char.IsControl)) ? string.Join(", ", items) : null;
    }
}
