using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>What stands within a line. A kind of mark that is not listed here leaves only its text.</summary>
internal sealed class InlineWriter(StringBuilder html, ProseWords words)
{
    private const int Deepest = 100;
    private int _depth;
    private bool _inLink;

    public void Write(ContainerInline inlines)
    {
        if (++_depth > Deepest)
        {
            foreach (var literal in inlines.Descendants<LiteralInline>()) html.AppendText(literal.Content.AsSpan());
        }
        else
        {
            for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling) Write(inline);
        }

        _depth--;
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: html.AppendText(literal.Content.AsSpan()); break;
            case HtmlEntityInline entity: html.AppendText(entity.Transcoded.AsSpan()); break;
            case LineBreakInline or BreakTag: html.Append("<br>\n"); break;
            case CodeInline code: html.Append("<code dir=\"ltr\">").AppendCode(code.Content).Append("</code>"); break;
            case MathInline math: Write(math); break;
            case TaskList task: Write(task); break;
            case EmphasisInline emphasis: Write(emphasis); break;
            case LinkInline link: Write(link); break;
            case AutolinkInline link: Write(link); break;
            case DelimiterInline delimiter:
                html.AppendText(delimiter.ToLiteral());
                Write((ContainerInline)delimiter);
                break;
            case ContainerInline container: Write(container); break;
        }
    }

    private void Write(MathInline math) =>
        html.Append(math.IsDisplay ? "<span class=\"math\" data-display dir=\"ltr\">" : "<span class=\"math\" dir=\"ltr\">").AppendCode(math.Tex.Trim()).Append("</span>");

    private void Write(TaskList task) =>
        html.Append("<span class=\"task\" role=\"img\" aria-label=\"").AppendText(task.Checked ? words.Done : words.Open).Append(task.Checked ? "\">☑</span>" : "\">☐</span>");

    private void Write(EmphasisInline emphasis)
    {
        var tag = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('~', _) => "del",
            (_, 2) => "strong",
            _ => "em",
        };
        html.Append('<').Append(tag).Append('>');
        Write((ContainerInline)emphasis);
        html.Append("</").Append(tag).Append('>');
    }

    private void Write(LinkInline link)
    {
        var address = _inLink ? null : SafeLink.Of(link.Url);
        if (address is null)
        {
            Write((ContainerInline)link);
            return;
        }

        // A picture from elsewhere would tell elsewhere that it was seen, and whatever a prompt put in its address.
        html.OpenLink(address, link.IsImage ? " class=\"picture\"" : link.IsAutoLink ? " dir=\"ltr\"" : null);
        _inLink = true;
        if (link.FirstChild is null) html.AppendText(link.IsImage ? words.Image : address);
        else Write((ContainerInline)link);
        _inLink = false;
        html.Append("</a>");
    }

    private void Write(AutolinkInline link)
    {
        var address = _inLink ? null : SafeLink.Of(link.IsEmail ? "mailto:" + link.Url : link.Url);
        if (address is not null) html.OpenLink(address, " dir=\"ltr\"");
        html.AppendText(link.Url);
        if (address is not null) html.Append("</a>");
    }
}
