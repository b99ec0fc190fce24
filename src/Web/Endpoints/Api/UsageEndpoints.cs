using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Api;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>What was used: call by call, added up, and of one conversation.</summary>
internal static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder api)
    {
        api.MapGet("/usage/transactions", TransactionsAsync).RequireScope(ApiScope.ReadUsage).WithName("listTransactions")
            .WithSummary("Calls to models, one by one, newest first.").Produces<ApiTransactions>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/usage/stats", StatsAsync).RequireScope(ApiScope.ReadUsage).WithName("getUsageStats")
            .WithSummary("What was used, added up by day and by model.").Produces<ApiStats>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/usage/conversations/{id:guid}", ConversationAsync).RequireScope(ApiScope.ReadUsage).WithName("getConversationUsage")
            .WithSummary("What one conversation used.").Produces<ApiConversationUsage>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TransactionsAsync(
        [Description("The first day, as YYYY-MM-DD in the person's own days.")] string? from,
        [Description("The last day, counted in.")] string? to,
        [Description("Only calls to this model, by its key.")] string? model,
        [Description("prompt or completion: only calls that have tokens of this side.")] string? tokenType,
        [Description(ApiPaging.CursorSays)] string? cursor,
        [Description(ApiPaging.LimitSays)] string? limit,
        UsageLog log, HttpContext http, CancellationToken cancel)
    {
        var filter = new UsageQuery { From = from, To = to, Model = model, TokenType = tokenType }.Read();
        if (filter is null || ApiPaging.Limit(limit) is not { } size || !UsageQuery.TryPlace(cursor, out var before)) return ApiPaging.Unreadable(http);

        var page = (await log.ReadAsync(filter, before, size, cancel))!;
        return Results.Ok(new ApiTransactions([.. page.Rows.Select(ApiTransaction.Of)], ApiTransaction.Cursor(page.Older)));
    }

    private static async Task<IResult> StatsAsync(
        [Description("The first day, as YYYY-MM-DD in the person's own days; since the first use when left out.")] string? from,
        [Description("The last day, counted in.")] string? to,
        AppDbContext db, MyWallet wallets, HttpContext http, CancellationToken cancel)
    {
        if (!TypedDays.TryRead(from, out var first) || !TypedDays.TryRead(to, out var last) || first > last) return ApiPaging.Unreadable(http);

        var account = (await wallets.MineAsync(cancel)).AccountId;
        return Results.Ok(StatsOf(await db.UsageDays.Of(account, first, last).SlicesAsync(cancel)));
    }

    private static async Task<IResult> ConversationAsync([FromRoute] Guid id, AppDbContext db, MyWallet wallets, CurrentUser me, HttpContext http, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        return await db.ConversationUsageAsync(account, me.Id, id, cancel) is { } usage
            ? Results.Ok(new ApiConversationUsage(id, usage.Title, ApiSum.Of(usage.Sum)))
            : ApiPaging.NotThere(http);
    }

    internal static ApiStats StatsOf(IReadOnlyList<UsageSlice> slices) => new(
        ApiSum.Of(UsageSum.Of(slices.Select(s => s.Sum))),
        [.. slices.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => ApiUsageDay.Of(g.Key, UsageSum.Of(g.Select(s => s.Sum))))],
        [.. slices.GroupBy(s => s.ModelKey, StringComparer.Ordinal).Select(g => ApiUsageModel.Of(g.Key, UsageSum.Of(g.Select(s => s.Sum)))).OrderByDescending(m => m.Credits).ThenBy(m => m.Model, StringComparer.Ordinal)]);
}
