using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Endpoints;

/// <summary>One conversation as a file. Somebody else's is not there.</summary>
internal static class ChatDownloads
{
    public static void MapChatDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chat/{id:guid}/export.md", (Guid id, AppDbContext db, CurrentAsker asker, CancellationToken cancel) =>
            SendAsync(id, db, asker, "text/markdown; charset=utf-8", "md", chat => Encoding.UTF8.GetBytes(ChatMarkdown.Of(chat)), cancel)).AllowAnonymous();
        routes.MapGet("/chat/{id:guid}/export.json", (Guid id, AppDbContext db, CurrentAsker asker, TimeProvider clock, CancellationToken cancel) =>
            SendAsync(id, db, asker, MediaTypeNames.Application.Json, "json", chat => ChatFile.BytesOf([chat], clock.UtcNow()), cancel)).AllowAnonymous();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        Guid id, AppDbContext db, CurrentAsker asker, string type, string ending, Func<MovedChat, byte[]> write, CancellationToken cancel) =>
        await db.MovedAsync(asker.Id ?? Guid.Empty, id, cancel) is { } chat
            ? TypedResults.File(write(chat), type, $"{ChatMarkdown.NameOf(chat.Title)}.{ending}")
            : TypedResults.NotFound();
}
