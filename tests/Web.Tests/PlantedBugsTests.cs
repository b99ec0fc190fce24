namespace SaaSChat.Web.Tests;

/// <summary>tests/planted/run shows that each of its bugs turns a test red, which takes long; here, that each can still be planted.</summary>
public sealed class PlantedBugsTests
{
    public static TheoryData<string> Bugs => [.. Directory.EnumerateFiles(Repository.Path("tests", "planted"), "*.patch").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Bugs))]
    public void A_bug_fits_the_code_as_it_is(string bug)
    {
        var lines = File.ReadAllLines(Repository.Path("tests", "planted", bug));
        var code = File.ReadAllText(Repository.Path(lines.Single(l => l.StartsWith("+++ b/", StringComparison.Ordinal))[6..].Split('/')));
        var hunks = string.Join('\n', lines.Skip(3)).Split("@@\n").Skip(1).Select(hunk => string.Join('\n', hunk.Split('\n').Where(l => l is [' ' or '-', ..]).Select(l => l[1..])));

        Assert.StartsWith("red: ", lines[0], StringComparison.Ordinal);
        Assert.All(hunks, hunk => Assert.Contains(hunk.TrimEnd('\n'), code, StringComparison.Ordinal));
    }
}
