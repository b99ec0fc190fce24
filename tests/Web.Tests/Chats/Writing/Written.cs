using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SaaSChat.Web.Chats.Writing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Tests.Chats.Writing;

/// <summary>What became of a text, as a browser reads it.</summary>
internal static class Written
{
    public static readonly Prose Prose = new(new StringLocalizer<Text>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    public static IElement Answer(string markdown) => Read(Prose.Html(markdown).ToString());

    public static IElement Plain(string typed) => Read(Prose.Plain(typed).ToString());

    public static IElement Read(string html) => new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;

    /// <summary>A page that is fed a text in pieces and does what it is told.</summary>
    public static (IElement Answer, long Sent) Streamed(string text, IEnumerable<int> cuts)
    {
        var (growing, closed, tail, sent) = (Prose.Growing(), new StringBuilder(), "", 0L);
        foreach (var cut in cuts)
        {
            var growth = growing.Advance(text[..cut]);
            closed.Append(growth.Closed);
            tail = growth.Tail ?? (growth.Added.Length > 0 ? tail.Replace("</code></pre>", growth.Added + "</code></pre>", StringComparison.Ordinal) : tail);
            sent += growth.Closed.Length + (growth.Tail?.Length ?? 0) + growth.Added.Length;
        }

        return (Read(closed + growing.Rest(text)), sent);
    }
}
