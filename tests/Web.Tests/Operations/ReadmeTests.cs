using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Operations;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void README_names_every_section_of_the_configuration()
    {
        var sections = Directory.EnumerateFiles(Repository.Path("src"), "*Setup.cs", SearchOption.AllDirectories)
            .SelectMany(file => Section().Matches(File.ReadAllText(file)).Select(m => m.Groups["section"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(sections);
        Assert.All(sections, section => Assert.Contains($"| `{section}:", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task README_names_every_command()
    {
        foreach (var group in await CommandsAsync())
        {
            foreach (var command in await CommandsAsync(group))
                Assert.Contains($"| `{group} {command}", Readme, StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<string>> CommandsAsync(params string[] group)
    {
        using var help = await RunningProgram.RunAsync([.. group, "--help"], []);
        return help.Out.Split("Commands:") is [_, var list]
            ? list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' ')[0])
            : [];
    }

    [GeneratedRegex("""(?:BindConfiguration|AddChecked<\w+>)\("(?<section>\w+)"\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Section();
}
