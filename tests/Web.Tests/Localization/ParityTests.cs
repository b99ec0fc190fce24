using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Localization;

public sealed partial class ParityTests
{
    // The name of the product, an address that is an example, and the words of date formats.
    private static readonly string[] LatinOnPurpose = ["App.Name", "Errors.Email", "Fmt.Date", "Fmt.Month", "Fmt.ShortDate"];

    // "An hour ago" and "two hours ago" need no figure in Arabic, nor does nothing.
    private static readonly string[] FormsWithoutFigure = ["_zero", "_one", "_two"];

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Texts.English.Keys.Order(StringComparer.Ordinal), Texts.Arabic.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty_or_has_a_space_at_its_end() =>
        Assert.Empty(Texts.English.Concat(Texts.Arabic).Where(t => t.Value.Trim() != t.Value || t.Value.Length == 0).Select(t => t.Key));

    [Fact]
    public void Each_text_fills_in_the_same_places_in_both_languages()
    {
        var unequal = Texts.English.Where(t => !PlacesIn(t.Value).SetEquals(PlacesIn(Texts.Arabic[t.Key])) && !MayOmitTheFigure(t.Key));

        Assert.Empty(unequal.Select(t => t.Key));
    }

    [Fact]
    public void No_Arabic_text_fills_in_what_nobody_gives() =>
        Assert.Empty(Texts.Arabic.Where(t => !PlacesIn(t.Value).IsSubsetOf(PlacesIn(Texts.English[t.Key]))).Select(t => t.Key));

    [Fact]
    public void Each_counted_text_has_all_six_forms()
    {
        var counted = Texts.English.Keys.Where(Texts.IsCounted).GroupBy(Texts.NameOf, StringComparer.Ordinal);

        Assert.Empty(counted.Where(forms => forms.Count() != Texts.Forms.Length).Select(forms => forms.Key));
    }

    [Fact]
    public void No_Arabic_text_was_left_in_English()
    {
        var left = Texts.Arabic.Where(t => t.Value == Texts.English[t.Key] || Latin().IsMatch(Places().Replace(t.Value, "")));

        Assert.Empty(left.Select(t => t.Key).Except(LatinOnPurpose, StringComparer.Ordinal));
    }

    [Fact]
    public void No_English_text_has_Arabic_in_it() => Assert.Empty(Texts.English.Where(t => ArabicLetter().IsMatch(t.Value)).Select(t => t.Key));

    private static bool MayOmitTheFigure(string key) =>
        FormsWithoutFigure.Any(form => key.EndsWith(form, StringComparison.Ordinal)) && PlacesIn(Texts.Arabic[key]).Count == PlacesIn(Texts.English[key]).Count - 1;

    private static HashSet<string> PlacesIn(string text) => Places().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsArabic}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArabicLetter();
}
