using System.Text.RegularExpressions;

namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>What can be asked of the demo model, in the order in which it answers.</summary>
internal enum DemoWish
{
    Thinking,
    Lists,
    Table,
    Code,
    Math,
    Long,
}

internal static partial class DemoWishes
{
    public static IReadOnlyList<DemoWish> In(string question)
    {
        var words = Word().Matches(Marks().Replace(question, "")).Select(w => w.Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        return [.. Enum.GetValues<DemoWish>().Where(wish => words.Any(word => Means(word, wish)))];
    }

    private static bool Means(string word, DemoWish wish) => wish switch
    {
        DemoWish.Thinking => word is "THINK" or "THINKING" or "REASONING" or "فكر" or "فكري" or "تفكير" or "التفكير",
        DemoWish.Lists => word is "LIST" or "LISTS" or "HEADING" or "HEADINGS" or "MARKDOWN" || Stem(word) is "قائم" or "قوائم" or "عناوين",
        DemoWish.Table => word is "TABLE" or "TABLES" || Stem(word) is "جدول" or "جداول",
        DemoWish.Code => word is "CODE" || Stem(word) is "كود" or "برمج",
        DemoWish.Math => word is "MATH" or "MATHS" or "FORMULA" or "EQUATION" || Stem(word) is "رياضيات" or "معادل",
        _ => word is "LONG" or "LONGER" || Stem(word) is "طويل" or "مطول",
    };

    // A word without "the", "and", "by", and without the ending of a feminine or an indefinite one.
    private static string Stem(string word) => Affixes().Replace(word, "");

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    // Vowel signs and the stroke that only stretches a word.
    [GeneratedRegex("[\u064b-\u0652\u0640]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("^(و|ف)?(ب?ال|لل|ب)?(?=..)|(?<=...)(ة|ا|ه|ي)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Affixes();
}
