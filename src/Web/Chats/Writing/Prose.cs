using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>What models and people write, as HTML that is safe whatever they wrote, in the language of whoever asks.</summary>
public sealed class Prose(IStringLocalizer<Text> text)
{
    private const int AtOnce = 100_000;
    private const int Step = 20_000;

    /// <summary>A finished answer.</summary>
    public HtmlString Html(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var growing = Growing();
        var html = new StringBuilder();

        // Longer than any answer: in steps, because the time to read some texts grows with the square of their length.
        for (var end = Step; markdown.Length > AtOnce && end < markdown.Length; end += Step) html.Append(growing.Close(markdown[..end]));
        return new HtmlString(html.Append(growing.Rest(markdown)).ToString());
    }

    /// <summary>An answer that is still being written.</summary>
    public GrowingProse Growing() => new(new ProseWords(text));

    /// <summary>What a person typed, as it was typed.</summary>
    public HtmlString Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new HtmlString(PlainText.Html(typed));
    }
}
