using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Localization;

public sealed partial class TextUseTests
{
    // Names that are put together in the code from more than one variable part, or handed on to a partial; the rest is read from the code.
    private static readonly string[] MadeNames = ["ErrorPages.", "Fmt.Ago.", "Fmt.In.", "Home.Faq.", "Legal.", "Mail.", "Models.", "Pricing.Faq.", "Status."];

    private static readonly string Code = string.Join('\n', Sources().Select(File.ReadAllText));

    private static readonly HashSet<string> Written = Name().Matches(Code).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    private static readonly List<string> Beginnings = [.. MadeNames, .. Beginning().Matches(Code).Select(m => m.Groups["name"].Value)];

    [Fact]
    public void Each_text_that_the_code_names_is_there()
    {
        var areas = Texts.English.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var names = Texts.English.Keys.Select(Texts.NameOf).ToHashSet(StringComparer.Ordinal);

        var missing = Written.Where(name => areas.Contains(name.Split('.')[0]) && !names.Contains(name) && !IsBeginning(name + "."));

        Assert.Empty(missing);
    }

    [Fact]
    public void Each_text_is_used_somewhere()
    {
        var unused = Texts.English.Keys.Select(Texts.NameOf).Distinct(StringComparer.Ordinal)
            .Where(name => !Written.Contains(name) && !Beginnings.Exists(b => name.StartsWith(b, StringComparison.Ordinal)));

        Assert.Empty(unused);
    }

    [Fact]
    public void Each_beginning_of_a_name_leads_to_a_text() =>
        Assert.All(Beginnings, b => Assert.Contains(Texts.English.Keys, key => key.StartsWith(b, StringComparison.Ordinal)));

    private static bool IsBeginning(string name) => Beginnings.Contains(name);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.Path("src"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"));

    [GeneratedRegex(@"(?<!\$)""(?<name>[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\$""(?<name>[A-Z][A-Za-z0-9]*\.([A-Z][A-Za-z0-9]*\.)+)\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Beginning();
}
