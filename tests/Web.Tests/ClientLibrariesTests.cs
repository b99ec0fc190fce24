using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests;

public sealed partial class ClientLibrariesTests
{
    [Fact]
    public void LibMan_and_npm_bring_the_same_versions()
    {
        Assert.Equal(ClientLibraries.InLibMan.Order(StringComparer.Ordinal), ClientLibraries.InNpm.Order(StringComparer.Ordinal));
        Assert.Equal(ClientLibraries.InNpm.Order(StringComparer.Ordinal), ClientLibraries.Installed.Intersect(ClientLibraries.InNpm, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_lock_file_names_no_registry() => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Repository.Path("package-lock.json")), StringComparison.Ordinal);

    [Fact]
    public void Every_listed_file_was_copied() => Assert.All(ClientLibraries.Copied, file => Assert.True(File.Exists(Repository.Path(file)), file));

    [Fact]
    public void Every_icon_that_a_page_names_is_listed()
    {
        var named = Directory.EnumerateFiles(Repository.Path("src", "Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => IconName().Matches(File.ReadAllText(file))).Select(m => m.Groups["name"].Value);

        Assert.Empty(named.Except(ClientLibraries.Icons, StringComparer.Ordinal));
    }

    [GeneratedRegex("<icon [^>]*name=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IconName();
}
