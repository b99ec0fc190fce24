using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Endpoints;

/// <summary>
/// An answer while it is written, as pieces of the page. What is sent depends on where the answer stands and never on what was sent before, so
/// that a connection that was lost is simply made again: first comes all that there is, then what is added, at last the finished message.
/// </summary>
public static class AnswerEvents
{
    // Proxies cut what is silent for longer.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static void MapAnswerEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/chat/{id:guid}/m/{messageId:guid}/stream", WatchAsync).AllowAnonymous();

    private static async Task<IResult> WatchAsync(
        Guid id, Guid messageId, HttpContext http, AppDbContext db, CurrentAsker current, CurrentUser me, SessionEnds sessions, AnswerWords words, CancellationToken cancel)
    {
        if (current.Id is not { } userId || !await db.Messages.In(id).OwnedBy(db.Conversations, userId).AnyAsync(m => m.Id == messageId, cancel)) return TypedResults.NotFound();

        http.Response.Headers["X-Accel-Buffering"] = "no";
        var session = me.IsSignedIn ? sessions.Of(me.SessionId) : null;
        if (session is not null) http.Response.RegisterForDispose(session);
        return TypedResults.ServerSentEvents(EventsAsync(words.PiecesAsync(http, id, messageId, userId, default), session?.Over ?? default, cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerable<string> words, CancellationToken over, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel, over);
        var pieces = words.GetAsyncEnumerator(ended.Token);
        var next = pieces.MoveNextAsync().AsTask();
        try
        {
            while (!over.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(Beat, ended.Token)) != next)
                {
                    if (ended.IsCancellationRequested) break;
                    yield return new("", "ping");
                    continue;
                }

                // Whoever is signed out sees no more of it; their page finds that out when it connects again.
                if (over.IsCancellationRequested) break;
                if (!await next)
                {
                    yield return new("", "done");
                    break;
                }

                yield return new(pieces.Current);
                next = pieces.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Whoever left may have left in the middle of a piece: it has to end before what it reads from is put away.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pieces.DisposeAsync();
        }
    }
}
