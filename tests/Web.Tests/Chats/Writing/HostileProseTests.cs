using System.Diagnostics;
using AngleSharp.Dom;

namespace SaaSChat.Web.Tests.Chats.Writing;

/// <summary>What a model may write because somebody told it to. Nothing of it may run, load, lead into our site or take long.</summary>
public sealed class HostileProseTests
{
    private static readonly string[] Tags =
        ["a", "bdi", "blockquote", "br", "button", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"];

    private static readonly string[] Attributes =
        ["aria-label", "class", "data-align", "data-copied", "data-copy-code", "data-display", "dir", "href", "rel", "role", "scope", "start", "tabindex", "target", "type"];

    public static readonly TheoryData<string> Attempts =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div hx-get=\"/account\" hx-trigger=load>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>*{display:none}</style>",
        "<!-- --><iframe srcdoc=\"<script>\">",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](/account/sign-out)",
        "[x](#main)",
        "[x](?handler=Delete)",
        "[x](https://bank.example@evil.example)",
        "[x](ftp://example.com)",
        "[x](tel:+123)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "![x](javascript:alert(1))",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "```\" onclick=\"alert(1)\nx\n```",
        "```<script>\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>`",
        "$</span><script>x^2</script>$",
        "$$\n</div><script>x</script>\n$$",
        "| <script> | \" onclick=x |\n|-|-|\n| </td> | <b> |",
        "# <script>alert(1)</script>",
        "[\" onmouseover=\"x](https://example.com/\"onmouseover=\"x)",
        "[x](https://example.com \"title\\\" onclick=\\\"x\")",
        "{#id .class onclick=x}",
        "&lt;script&gt; &#60;script&#62;",
    ];

    [Theory]
    [MemberData(nameof(Attempts))]
    public void Nothing_but_text_and_harmless_marks_comes_out(string markdown) => AssertHarmless(Written.Answer(markdown));

    [Theory]
    [MemberData(nameof(Attempts))]
    public void Nor_while_it_is_still_being_written(string markdown)
    {
        var growing = Written.Prose.Growing();
        for (var end = 1; end <= markdown.Length; end++)
        {
            var growth = growing.Advance(markdown[..end]);
            AssertHarmless(Written.Read(growth.Closed + growth.Tail + growth.Added));
        }
    }

    [Theory]
    [MemberData(nameof(Attempts))]
    public void What_a_person_typed_is_shown_as_it_was_typed(string typed)
    {
        var plain = Written.Plain(typed);

        AssertHarmless(plain);
        Assert.Equal(typed, plain.TextContent);
    }

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u202A")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\u200B")]
    [InlineData("\uFEFF")]
    [InlineData("\u00AD")]
    [InlineData("\U000E0041")]
    public void A_mark_that_is_not_seen_is_left_out_of_prose_and_shown_in_code(string mark)
    {
        var answer = Written.Answer($"a{mark}b &#x{char.ConvertToUtf32(mark, 0):X};[c{mark}](https://example.com/{mark})\n\n```\nd{mark}e\n```\n`f{mark}`");

        Assert.DoesNotContain(mark, answer.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("ab ", answer.TextContent, StringComparison.Ordinal);
        Assert.Equal($"d⟨U+{char.ConvertToUtf32(mark, 0):X4}⟩e\n", answer.QuerySelector("pre code")!.TextContent);
        Assert.DoesNotContain(mark, Written.Plain($"a{mark}b").OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_scripts_and_emoji_need_stays() => Assert.Equal("می\u200Cشود 👨\u200D👩\u200D👧 \u06DD", Written.Answer("می\u200Cشود 👨\u200D👩\u200D👧 \u06DD").TextContent.Trim());

    [Fact]
    public void A_control_character_is_seen() => Assert.Equal("a\uFFFDb\uFFFD\uFFFDc", Written.Answer("a\u0000b\u001B\u0085c").TextContent.Trim());

    public static readonly TheoryData<string> Floods =
    [
        "> ", ">", "- ", "1. ", "[", "![", "[a](", "[a][b]", "*a ", "*a**", "_a ", "a**b", "~~a ", "*[", "`a``", "<", "<a@", "<http://a ", "https://a.b ", "www.a.", "&amp;", "\\", "\\(", "\\[x=",
        "$", "$a ", "$x$", "$$", "$$\n", "[a]: b\n", "[a]: \n", "[x\n", "a|b\n", "|", "|-", "# a\n", "#", "- a\n", "> a\n", "a\n\n", "a\n-\n", "***", "\n", " ", "\t", "\u0000", "\u202E", "```\n", "~~~~\na\n", "a\n===\n", "- a\n\n",
    ];

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_quarter_of_a_megabyte_of_it_takes_seconds_at_most(string piece)
    {
        var watch = Stopwatch.StartNew();
        var flood = string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length));

        _ = Written.Prose.Html(flood);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{piece.Trim()} took {watch.Elapsed}");
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    [InlineData("1. ")]
    public void Ten_thousand_levels_are_text(string opening)
    {
        var answer = Written.Answer(string.Concat(Enumerable.Repeat(opening, 10_000)) + "deep");

        Assert.EndsWith("deep", answer.TextContent.TrimEnd(), StringComparison.Ordinal);
    }

    private static void AssertHarmless(IElement answer)
    {
        foreach (var element in answer.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Tags);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
            if (element.GetAttribute("href") is { } href) Assert.Matches("^(https?://[^@]+$|mailto:)", href);
        }
    }
}
