using System.Diagnostics;

namespace SaaSChat.Web.Tests.Chats.Writing;

public sealed class GrowingProseTests
{
    private static readonly string[] Pieces =
    [
        "# Title\n", "para", " more\n", "\n", "\n\n", "- item\n", "* star\n", "1. one\n", "  - nested\n", "   continued\n", "> quote\n", "```js\n", "```\n", "    code\n", "let x = 1;\n", "~~~\n", "---\n", "-\n", "===\n", "#", "- ", "`", "``",
        "| a | b |\n", "|---|---|\n", "| c | d |\n", "$$\n", "x^2 = \n", "\\[\n", "\\]\n", "$x$ ", "**bold** ", "*", "[link](https://example.com) ", "مرحبا بالعالم\n", "- عنصر\n", "~~no~~ ", "https://example.com ", "- [ ] task\n", "\t", "<br>", "\r\n", "1", "2. two\n",
    ];

    [Fact]
    public void However_a_text_is_cut_it_becomes_what_it_is_as_a_whole()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var cuts = Enumerable.Range(0, random.Next(1, text.Length)).Select(_ => random.Next(text.Length + 1)).Order();

            var (streamed, _) = Written.Streamed(text, cuts);

            Assert.True(Written.Answer(text).OuterHtml == streamed.OuterHtml, $"seed {seed}:\n{text}\n--- whole\n{Written.Answer(text).InnerHtml}\n--- streamed\n{streamed.InnerHtml}");
        }
    }

    [Fact]
    public void A_definition_that_came_before_is_known_after()
    {
        var text = "[a]: https://example.com/a\n\nfirst\n\nsecond\n\nthe [link][a]\n\nend\n";

        var (streamed, _) = Written.Streamed(text, Enumerable.Range(1, text.Length));

        Assert.Equal("https://example.com/a", streamed.QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    public void Lines_of_long_code_are_sent_once_and_the_whole_once_more_when_it_ends()
    {
        var code = string.Concat(Enumerable.Range(0, 2000).Select(i => $"line {i} of <code>\n"));
        var text = $"```js\n{code}```\nafter\n";

        var (streamed, sent) = Written.Streamed(text, Enumerable.Range(1, text.Length / 10).Select(i => i * 10).Append(text.Length));

        Assert.Equal(code, streamed.QuerySelector("code")!.TextContent);
        Assert.InRange(sent, text.Length, 5 * text.Length);
    }

    [Fact]
    public void The_open_code_on_the_page_has_every_finished_line()
    {
        var growing = Written.Prose.Growing();
        var first = growing.Advance("```js\na\nb");
        var second = growing.Advance("```js\na\nb < c\nd");

        Assert.Equal("a\n", Written.Read(first.Tail!).QuerySelector("code")!.TextContent);
        Assert.Null(second.Tail);
        Assert.Equal("b &lt; c\n", second.Added);
    }

    [Theory]
    [InlineData("word ", 35)]
    [InlineData("- item of one long list\n", 90)]
    [InlineData("A paragraph of some length, as answers have.\n\n", 15)]
    public void A_hundred_thousand_characters_in_ten_thousand_steps(string piece, int timesTheText)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        var (_, sent) = Written.Streamed(text, Enumerable.Range(1, 10_000).Select(i => (int)(i * (long)text.Length / 10_000)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        Assert.InRange(sent, text.Length, (long)timesTheText * text.Length);
    }
}
