namespace SaaSChat.Web.Tests.Chats.Writing;

public sealed class ProseTests
{
    [Fact]
    public void A_line_that_a_model_begins_is_a_line() => Assert.Equal("one<br>\ntwo", Written.Answer("one\ntwo").QuerySelector("p")!.InnerHtml);

    [Theory]
    [InlineData("**b**", "strong")]
    [InlineData("*e*", "em")]
    [InlineData("~~d~~", "del")]
    [InlineData("- a", "ul > li")]
    [InlineData("3. a", "ol[start='3'] > li")]
    [InlineData("> q", "blockquote > p")]
    [InlineData("a\n\n---", "hr")]
    [InlineData("`x`", "code[dir=ltr]")]
    [InlineData("- [x] a", ".task[role=img][aria-label]")]
    [InlineData("a | b\n-|-:\n c | d<br>e", ".table-wrap[tabindex='0'][aria-label] > table td[data-align=end] > br")]
    [InlineData("text\n| a | b |\n|---|---|\n| c | d |\nmore", "p + .table-wrap + p")]
    [InlineData("```python\nx\n```", ".code-block pre[dir=ltr][tabindex='0'] > code.language-python")]
    public void Markdown_becomes(string markdown, string selector) => Assert.NotNull(Written.Answer(markdown).QuerySelector(selector));

    [Fact]
    public void Headings_stand_below_the_page_s_and_leave_none_out()
    {
        var answer = Written.Answer("### a\n# b\n#### c\n## d\n### e\n#### f\n##### g\n###### h");

        Assert.Equal(["H3", "H3", "H4", "H4", "H5", "H6", "H6", "H6"], answer.Children.Select(h => h.TagName));
    }

    [Fact]
    public void Code_says_its_language_and_can_be_copied()
    {
        var block = Written.Answer("```C#\nvar x = \"<b>\";\n```").QuerySelector(".code-block")!;

        Assert.Equal("c#", block.QuerySelector(".code-head bdi")!.TextContent);
        Assert.Equal("Copy", block.QuerySelector("button[data-copy-code]")!.TextContent);
        Assert.Equal("var x = \"<b>\";\n", block.QuerySelector("code")!.TextContent);
    }

    [Theory]
    [InlineData("مرحبا بك في ASP.NET", "p", "rtl")]
    [InlineData("ASP.NET إطار عمل من مايكروسوفت", "p", "rtl")]
    [InlineData("Hello مرحبا world", "p", "ltr")]
    [InlineData("## عنوان", "h3", "rtl")]
    [InlineData("- عنصر\n- item", "li:nth-child(2)", "ltr")]
    [InlineData("- بند طويل جدا هنا\n- item", "ul", "rtl")]
    [InlineData("- بند\n  - a much longer line in English below it", "ul > li", "rtl")]
    [InlineData("> اقتباس", "blockquote", "rtl")]
    [InlineData("| الاسم | Qty |\n|-|-|\n| تفاح | 1 |", "table", "rtl")]
    [InlineData("| الاسم | Qty |\n|-|-|\n| تفاح | 1 |", "th:nth-child(2)", "ltr")]
    [InlineData("| الاسم | Qty |\n|-|-|\n| تفاح | 1 |", "td:nth-child(2)", null)]
    [InlineData("شغّل `dotnet run --project src/Web` هنا", "p", "rtl")]
    [InlineData("1 + 1 = 2", "p", null)]
    public void Each_block_reads_its_own_way(string markdown, string selector, string? direction) =>
        Assert.Equal(direction, Written.Answer(markdown).QuerySelector(selector)!.GetAttribute("dir"));

    [Fact]
    public void A_link_opens_elsewhere_and_vouches_for_nothing()
    {
        var link = Written.Answer("[here](https://example.com/a?b=c&d)").QuerySelector("a")!;

        Assert.Equal("https://example.com/a?b=c&d", link.GetAttribute("href"));
        Assert.Equal("noopener nofollow ugc", link.GetAttribute("rel"));
        Assert.Equal("_blank", link.GetAttribute("target"));
    }

    [Theory]
    [InlineData("see https://example.com/x.", "https://example.com/x")]
    [InlineData("<https://example.com>", "https://example.com/")]
    [InlineData("<sara@example.com>", "mailto:sara@example.com")]
    [InlineData("![a cat](https://example.com/cat.png)", "https://example.com/cat.png")]
    [InlineData("[a][b]\n\n[b]: http://example.com/late", "http://example.com/late")]
    public void An_address_can_be_followed(string markdown, string address) => Assert.Equal(address, Written.Answer(markdown).QuerySelector("a")?.GetAttribute("href"));

    [Theory]
    [InlineData("costs $5 and $10")]
    [InlineData("I have $5, you have 3$.")]
    [InlineData("$HOME/bin:$PATH")]
    [InlineData("a US$5 or A$6 note")]
    [InlineData("between $5-$10")]
    [InlineData("$5 أو 10$")]
    [InlineData("\\$x\\$ and $ x $")]
    [InlineData("\\[a note\\] and `$x$`")]
    [InlineData("$$ $$ and \\(\\)")]
    [InlineData("$$\nunfinished")]
    public void What_a_dollar_costs_is_not_mathematics(string markdown) => Assert.Null(Written.Answer(markdown).QuerySelector(".math"));

    [Theory]
    [InlineData("so $x^2$ is", "x^2", false)]
    [InlineData("$n$-th", "n", false)]
    [InlineData("$a_1*b_1$", "a_1*b_1", false)]
    [InlineData("where $1/2$,", "1/2", false)]
    [InlineData("قيمة $x$.", "x", false)]
    [InlineData("\\(a*b*c\\)", "a*b*c", false)]
    [InlineData("$$E = mc^2$$", "E = mc^2", true)]
    [InlineData("\\[ E = mc^2 \\]", "E = mc^2", true)]
    [InlineData("text:\n$$\n- a\n+ b = <c>\n$$\nmore", "- a\n+ b = <c>", true)]
    [InlineData("1. so\n   \\[\n   x\n   \\]", "x", true)]
    public void Mathematics_is_marked_and_left_as_it_is(string markdown, string tex, bool display)
    {
        var math = Written.Answer(markdown).QuerySelector(".math")!;

        Assert.Equal(tex, math.TextContent);
        Assert.Equal(display, math.HasAttribute("data-display"));
        Assert.Equal("ltr", math.GetAttribute("dir"));
    }
}
