namespace SaaSChat.Web.Tests.Dev;

public sealed class ProsePageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Everything_that_can_stand_in_an_answer_stands_there_in_both_directions()
    {
        var page = await app.Visit().OpenAsync("/dev/prose");

        foreach (var part in new[] { "h3", "p", "ol > li", ".task", "blockquote", "table", "pre code", ".math" })
        {
            Assert.NotNull(page.QuerySelector($"#sample-English {part}"));
            Assert.NotNull(page.QuerySelector($"#sample-Arabic[dir=rtl] {part}"));
        }

        Assert.Null(page.QuerySelector("main script, main img, main [onclick], .answer [hx-get]"));
    }
}
