using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Api;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>A person's conversations and what was said in them.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/convos", ListAsync).RequireScope(ApiScope.ReadChats).WithName("listConversations")
            .WithSummary("The person's conversations: pinned ones first, then whatever was used last.").Produces<ApiConversations>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/messages/{conversationId:guid}", MessagesAsync).RequireScope(ApiScope.ReadChats).WithName("listMessages")
            .WithSummary("The messages of one conversation, in the order in which they came, of every branch.").Produces<ApiMessages>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [Description(ApiPaging.CursorSays)] string? cursor, [Description(ApiPaging.LimitSays)] string? limit,
        AppDbContext db, CurrentUser me, HttpContext http, CancellationToken cancel)
    {
        var place = ChatPlace.Read(cursor);
        if (ApiPaging.Limit(limit) is not { } size || (place is null && !string.IsNullOrEmpty(cursor))) return ApiPaging.Unreadable(http);

        var mine = db.Conversations.AsNoTracking().OwnedBy(me.Id);
        if (place is not null) mine = mine.After(place);
        var rows = await mine.LatestFirst().Take(size + 1).ToListAsync(cancel);
        var last = rows.Count > size ? rows[size - 1] : null;
        return Results.Ok(new ApiConversations([.. rows.Take(size).Select(ApiConversation.Of)], last is null ? null : $"{new ChatPlace(last.IsPinned, last.LastAt, last.Id)}"));
    }

    private static async Task<IResult> MessagesAsync(
        [FromRoute] Guid conversationId, [Description(ApiPaging.CursorSays)] string? cursor, [Description(ApiPaging.LimitSays)] string? limit,
        AppDbContext db, CurrentUser me, HttpContext http, CancellationToken cancel)
    {
        if (ApiPaging.Limit(limit) is not { } size || !UsageQuery.TryPlace(cursor, out var after)) return ApiPaging.Unreadable(http);
        if (!await db.Conversations.OwnedBy(me.Id).AnyAsync(c => c.Id == conversationId, cancel)) return ApiPaging.NotThere(http);

        var rows = await db.Messages.AsNoTracking().In(conversationId).Where(m => m.Seq > (after ?? 0)).OrderBy(m => m.Seq).Take(size + 1).ToListAsync(cancel);
        return Results.Ok(new ApiMessages(
            [.. rows.Take(size).Select(ApiMessage.Of)], rows.Count > size ? rows[size - 1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }
}

internal sealed record ApiConversations(
    [property: Description("The conversations.")] IReadOnlyList<ApiConversation> Items,
    [property: Description("Where the next page begins; null on the last one.")] string? NextCursor);

internal sealed record ApiConversation(
    [property: Description("Never changes.")] Guid Id,
    [property: Description("Its title.")] string Title,
    [property: Description("The key of the model that was asked last.")] string Model,
    [property: Description("When it began (UTC).")] DateTime CreatedAt,
    [property: Description("When something was last said in it (UTC).")] DateTime UpdatedAt,
    [property: Description("How many messages it has, of every branch.")] int Messages,
    [property: Description("All tokens of its answers.")] long Tokens,
    [property: Description("What its answers cost in credits.")] long Credits,
    [property: Description("Whether it is pinned to the top of the list.")] bool Pinned,
    [property: Description("Whether it was put away.")] bool Archived)
{
    public static ApiConversation Of(Conversation c) =>
        new(c.Id, c.Title, c.ModelKey, c.CreatedAt, c.LastAt, c.MessageCount, c.Tokens, c.Credits, c.IsPinned, c.ArchivedAt is not null);
}

internal sealed record ApiMessages(
    [property: Description("The messages.")] IReadOnlyList<ApiMessage> Items,
    [property: Description("Where the next page begins; null on the last one.")] string? NextCursor);

internal sealed record ApiMessage(
    [property: Description("Never changes.")] Guid Id,
    [property: Description("The message that it follows; null for the first.")] Guid? ParentId,
    [property: Description("user or assistant.")] string Role,
    [property: Description("What it says, in Markdown.")] string Text,
    [property: Description("The key of the model that wrote it; null for what the person wrote.")] string? Model,
    [property: Description("waiting, streaming, complete, stopped or failed.")] string State,
    [property: Description("When it was written (UTC).")] DateTime CreatedAt,
    [property: Description("The prompt's tokens.")] long InputTokens,
    [property: Description("Tokens that the model wrote.")] long OutputTokens,
    [property: Description("What it cost in credits.")] long Credits)
{
    public static ApiMessage Of(Message m) =>
        new(m.Id, m.ParentId, ApiBalance.Word(m.Role), m.Text, m.ModelKey, ApiBalance.Word(m.State), m.CreatedAt, m.InputTokens, m.OutputTokens, m.Credits);
}
