namespace SaaSChat.Web.Tests.Chats.Writing;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("**not bold**  two  spaces\n\n    indented\n# no heading")]
    [InlineData("مرحبا\nhello\n\nمرة أخرى\n")]
    [InlineData("1 < 2 && 3 > 2 \"quoted\"")]
    public void Copying_gives_what_was_typed(string typed) => Assert.Equal(typed, Written.Plain(typed).TextContent);

    [Fact]
    public void Lines_that_read_the_same_way_share_a_paragraph()
    {
        var paragraphs = Written.Plain("مرحبا\n123\nhello\nworld\n\nأهلا").QuerySelectorAll("p");

        Assert.Equal([("مرحبا\n123\n", "rtl"), ("hello\nworld\n\n", "ltr"), ("أهلا", "rtl")], paragraphs.Select(p => (p.TextContent, p.GetAttribute("dir")!)));
    }

    [Theory]
    [InlineData("see https://example.com/a_(b), please", "https://example.com/a_(b)")]
    [InlineData("(http://example.com)", "http://example.com/")]
    [InlineData("انظر https://example.com/س، ثم", "https://example.com/%D8%B3")]
    [InlineData("HTTP://EXAMPLE.COM", null)]
    [InlineData("https://bank.example@evil.example", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://", null)]
    public void An_address_in_it_can_be_followed(string typed, string? address) => Assert.Equal(address, Written.Plain(typed).QuerySelector("a")?.GetAttribute("href"));
}
