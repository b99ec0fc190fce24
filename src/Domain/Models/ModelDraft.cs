using System.Text.RegularExpressions;

namespace SaaSChat.Domain.Models;

/// <summary>What an admin wants a model to be. Its key and its prices are not part of it.</summary>
public sealed partial record ModelDraft(string Name, string Provider)
{
    public const int NameLength = 100;
    public const int SentAsLength = 200;
    public const int MostFallbacks = 8;
    public const int LeastOutput = 256;
    public const int MostTokens = 100_000_000;

    /// <summary>What the provider calls it; null where that is its key, or what the configuration says.</summary>
    public string? SentAs { get; init; }
    public Modalities Modalities { get; init; }
    public bool Reasoning { get; init; }
    public int? ContextWindow { get; init; }
    public int? MaxOutput { get; init; }
    public bool FreePlans { get; init; }
    public bool IsDefault { get; init; }
    public Margin? Margin { get; init; }

    /// <summary>Which models may answer in its place, in order; none where the configuration says.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    public static bool CouldBeKey(string text) => text.Length <= ChatModel.KeyLength && KeyShape().IsMatch(text);

    /// <summary>What is wrong with the chain, among these models by their keys; null when nothing is.</summary>
    public ChainFault? FaultOfChain(string key, IReadOnlyDictionary<string, IReadOnlyList<string>> chains)
    {
        if (Fallbacks.Count > MostFallbacks) return ChainFault.TooLong;
        if (Fallbacks.Distinct(StringComparer.Ordinal).Count() < Fallbacks.Count) return ChainFault.Twice;
        if (Fallbacks.Any(f => f != key && !chains.ContainsKey(f))) return ChainFault.Unknown;
        return LeadsTo(key, Fallbacks, chains, []) ? ChainFault.Cycle : null;
    }

    private static bool LeadsTo(string key, IEnumerable<string> from, IReadOnlyDictionary<string, IReadOnlyList<string>> chains, HashSet<string> seen) =>
        from.Any(next => next == key || (seen.Add(next) && chains.TryGetValue(next, out var further) && LeadsTo(key, further, chains, seen)));

    // It stands in addresses.
    [GeneratedRegex("^[a-z0-9][a-z0-9._:-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}

public enum ChainFault
{
    /// <summary>It names a model that there is not.</summary>
    Unknown,
    Twice,

    /// <summary>It leads back to the model itself.</summary>
    Cycle,
    TooLong,
}
