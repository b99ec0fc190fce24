namespace SaaSChat.Web.Tests.Shell;

public sealed class BundleTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_layers_are_ranked_before_any_of_them_is_filled()
    {
        var style = await app.Visit().Client.GetStringAsync("/css/app.css");

        Assert.StartsWith("@layer base, layout, components, shell, page;", style[style.IndexOf('@', StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/js/app.js", "Scripts")]
    [InlineData("/css/app.css", "Styles")]
    public async Task A_bundle_holds_each_of_its_parts_to_the_letter(string bundle, string folder)
    {
        var served = await app.Visit().Client.GetStringAsync(bundle);
        var parts = Directory.GetFiles(Repository.Path("src", "Web", folder));

        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Contains(File.ReadAllText(part), served, StringComparison.Ordinal));
    }
}
