using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats.Writing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Chats;

/// <summary>Words an answer's stream: which piece of the page each piece of the answer goes to.</summary>
public sealed class AnswerWords(AppDbContext db, AnswerFeed feed, Prose prose, Fragments fragments, StreamExtras extras, IStringLocalizer<Text> text)
{
    internal async IAsyncEnumerable<string> PiecesAsync(HttpContext http, Guid id, Guid messageId, Guid userId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (growing, thought, isFirst, state) = (prose.Growing(), 0, true, (MessageState?)null);
        await foreach (var view in feed.WatchAsync(messageId, cancel))
        {
            if (view.IsOver) break;

            var html = new StringBuilder();
            if (view.State != state)
            {
                html.Append(Partial($"#m-{messageId}-state", "innerHTML", WebUtility.HtmlEncode(text[$"Chat.State.{view.State}"])));
                state = view.State;
            }

            if (view.Reasoning.Length > thought)
            {
                html.Append(Partial($"#m-{messageId}-reasoning", isFirst ? "innerHTML" : "beforeend", WebUtility.HtmlEncode(view.Reasoning[thought..])));
                thought = view.Reasoning.Length;
            }

            var growth = growing.Advance(view.Text);
            if (isFirst) html.Append(Partial($"#m-{messageId}-text", "innerHTML", $"{growth.Closed}<div data-tail id=\"m-{messageId}-tail\">{growth.Tail}</div>"));
            else Add(html, messageId, growth);

            if (html.Length > 0) yield return html.ToString();
            isFirst = isFirst && growth.IsNone;
        }

        if (await db.MessageAsync(id, messageId, userId, cancel) is not { } message) yield break;
        var article = await fragments.WriteAsync(http, "/Pages/Chat/_Answer.cshtml", message);
        yield return Partial($"#m-{messageId}", "outerHTML", article) + await extras.WriteAsync(http, message, cancel);
    }

    private static void Add(StringBuilder html, Guid messageId, Growth growth)
    {
        if (growth.Closed.Length > 0) html.Append(Partial($"#m-{messageId}-tail", "beforebegin", growth.Closed));
        if (growth.Tail is { } tail && !growth.IsNone) html.Append(Partial($"#m-{messageId}-tail", "innerHTML", tail));
        if (growth.Added.Length > 0) html.Append(Partial($"#m-{messageId}-tail pre code", "beforeend", growth.Added));
    }

    private static string Partial(string target, string swap, string html) => $"<hx-partial hx-target=\"{target}\" hx-swap=\"{swap}\">{html}</hx-partial>";
}
