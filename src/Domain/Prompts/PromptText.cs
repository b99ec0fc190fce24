using System.Text.RegularExpressions;

namespace SaaSChat.Domain.Prompts;

/// <summary>Places to fill in are written {like this}: letters, figures, spaces, "-" and "_". Anything else between braces is text.</summary>
public static partial class PromptText
{
    public const int MostVariables = 12;
    public const int VariableLength = 40;

    /// <summary>Each once, in the order in which they come.</summary>
    public static IReadOnlyList<string> VariablesOf(string text) =>
        [.. Place().Matches(text).Select(m => NameOf(m)).Distinct(StringComparer.Ordinal).Take(MostVariables)];

    /// <summary>What has no value stays as it is; what is filled in is not looked at again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, m => values.GetValueOrDefault(NameOf(m)) is { Length: > 0 } value ? value : m.Value);

    private static string NameOf(Match place) => place.Groups["name"].Value.Trim();

    [GeneratedRegex(@"\{(?<name>[\p{L}\p{M}\p{Nd}_][\p{L}\p{M}\p{Nd}_ -]{0,39})\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
