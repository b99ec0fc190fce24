using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Settings;

/// <summary>For whom something is on: everybody, a part of the people, and whoever is named besides.</summary>
public sealed record Rollout(int Percent, IReadOnlyList<Guid> Named)
{
    public const int MostNamed = 50;

    public static readonly Rollout Everybody = new(100, []);
    public static readonly Rollout Nobody = new(0, []);

    public bool IsForEverybody => Percent == 100;

    /// <summary>Whoever is in stays in when the part grows. Strangers are in only with everybody.</summary>
    public bool Covers(Feature feature, Guid? person) =>
        IsForEverybody || (person is { } id && (Named.Contains(id) || PlaceOf(feature, id) < Percent));

    /// <summary>"true", "false", "25%", or a part and the ids of those who are named, with commas between them; null when it is nothing of that.</summary>
    public static Rollout? Read(string text)
    {
        if (bool.TryParse(text, out var on)) return on ? Everybody : Nobody;

        var items = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (items is not [var first, .. var rest] || PercentOf(first) is not { } percent || rest.Length > MostNamed) return null;

        var named = rest.Select(r => Guid.TryParseExact(r, "D", out var id) ? id : Guid.Empty).Distinct().Order().ToList();
        return named.Contains(Guid.Empty) ? null : new Rollout(percent, percent == 100 ? [] : named);
    }

    public override string ToString() => string.Join(", ", Named.Select(id => $"{id:D}").Prepend(string.Create(CultureInfo.InvariantCulture, $"{Percent}%")));

    private static int? PercentOf(string text) =>
        text.EndsWith('%') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : null;

    // Another place in each feature: nobody is always among the first.
    private static int PlaceOf(Feature feature, Guid person) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{feature}:{person:N}"))) % 100);
}

public sealed record RolloutKind : SettingKind
{
    public override string? Read(string text) => Rollout.Read(text)?.ToString();
}
