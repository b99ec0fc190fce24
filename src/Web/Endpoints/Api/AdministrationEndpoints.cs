using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Api;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Pages.Admin.Users;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>What only an admin may ask and do. Each change is written to the audit log with it.</summary>
internal static class AdministrationEndpoints
{
    private const int LongestReason = 500;

    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(Roles.Admin);
        admin.MapGet("/users", UsersAsync).RequireScope(ApiScope.AdminRead).WithName("listUsers")
            .WithSummary("Everybody of a selection, the newest first.").Produces<ApiUsers>().ProducesProblem(StatusCodes.Status400BadRequest);
        admin.MapGet("/usage/overview", OverviewAsync).RequireScope(ApiScope.AdminRead).WithName("getUsageOverview")
            .WithSummary("What all users together used, by UTC days, beside as many days before.").Produces<ApiOverview>().ProducesProblem(StatusCodes.Status400BadRequest);
        admin.MapPost("/balance/set", SetBalanceAsync).RequireScope(ApiScope.AdminWrite).TakesBody<ApiBalanceOrder>().WithName("setBalance")
            .WithSummary("Sets what a person can spend, by a grant or a debit in the ledger.").Produces<ApiBalanceSet>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        admin.MapPost("/users/suspend", SuspendAsync).RequireScope(ApiScope.AdminWrite).TakesBody<ApiSuspension>().WithName("suspendUser")
            .WithSummary("Keeps a person out, at once and everywhere, or lets them in again.").Produces<ApiSuspended>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> UsersAsync(
        [Description("The same as q.")] string? search, [AsParameters] UserQuery query,
        [Description(ApiPaging.CursorSays)] string? cursor, [Description(ApiPaging.LimitSays)] string? limit,
        AppDbContext db, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        query.Q ??= search;
        if (ApiPaging.Limit(limit) is not { } size || query.Read() is not { } found) return ApiPaging.Unreadable(http);

        var users = found.In(db);
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!Guid.TryParseExact(cursor, "D", out var id) || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } last) return ApiPaging.Unreadable(http);
            users = users.After(last);
        }

        var rows = await db.RowsOf(users.NewestFirst().Take(size + 1), clock.UtcNow()).ToListAsync(cancel);
        return Results.Ok(new ApiUsers([.. rows.Take(size).Select(ApiUserRow.Of)], rows.Count > size ? $"{rows[size - 1].Id}" : null));
    }

    private static async Task<IResult> OverviewAsync(
        [Description("today, 7d, 30d, 90d or month; from and to go before it.")] string? range,
        [Description("The first day in UTC, as YYYY-MM-DD; since the first use when left out.")] string? from, [Description("The last day, counted in.")] string? to,
        AppDbContext db, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (!TypedDays.TryRead(from, out var first) || !TypedDays.TryRead(to, out var last) || first > last) return ApiPaging.Unreadable(http);
        if (!string.IsNullOrEmpty(range) && first is null && last is null)
        {
            if (OverviewRange.Read(range, null, null, DateOnly.FromDateTime(clock.UtcNow())) is not { } named) return ApiPaging.Unreadable(http);
            (first, last) = (named.Days.From, named.Days.To);
        }

        var before = first is { } begin ? new DayRange(begin, last ?? DateOnly.FromDateTime(clock.UtcNow())).Before : null;
        var slices = await db.PlatformDays.SlicesAsync(before?.From ?? first, last, cancel);
        return Results.Ok(ApiOverview.Of([.. slices.Where(s => first is null || s.Day >= first)], before is null ? UsageSum.None : UsageSum.Of(slices.Where(s => before.Contains(s.Day)).Select(s => s.Sum))));
    }

    private static async Task<IResult> SetBalanceAsync(
        AppDbContext db, AdminBalance balances, CurrentUser me, HttpContext http, CancellationToken cancel)
    {
        var order = await http.ReadBodyAsync<ApiBalanceOrder>();
        if (order?.Balance is not (>= 0 and { } balance) || !IsReason(order.Reason)) return Unreadable(http);
        if (await FindAsync(db, order.Email, order.UserId, cancel) is not { } person) return NobodyThere(http);

        return await balances.SetAsync(person, balance, order.Reason!, AuditActor.User(me.Id), cancel) is { } before
            ? Results.Ok(new ApiBalanceSet(person, before, balance))
            : ApiProblem.Of(http, StatusCodes.Status409Conflict, ApiProblemCode.BalanceOutOfReach);
    }

    private static async Task<IResult> SuspendAsync(
        AppDbContext db, Suspension suspension, CurrentUser me, HttpContext http, CancellationToken cancel)
    {
        var order = await http.ReadBodyAsync<ApiSuspension>();
        if (order?.Suspended is not { } suspended || !IsReason(order.Reason)) return Unreadable(http);
        if (await FindAsync(db, order.Email, order.UserId, cancel) is not { } person) return NobodyThere(http);

        return await suspension.SetAsync(person, suspended, order.Reason!, AuditActor.User(me.Id), cancel)
            ? Results.Ok(new ApiSuspended(person, suspended))
            : ApiProblem.Of(http, StatusCodes.Status409Conflict, ApiProblemCode.LastAdmin);
    }

    private static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason;

    // Whoever names both means one and the same person.
    private static async Task<Guid?> FindAsync(AppDbContext db, string? email, Guid? id, CancellationToken cancel)
    {
        if (email is null && id is null) return null;

        var (address, people) = (email?.Trim().ToUpperInvariant(), db.Users.Where(u => u.DeletedAt == null));
        if (address is not null) people = people.Where(u => u.NormalizedEmail == address);
        if (id is not null) people = people.Where(u => u.Id == id);
        return await people.Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancel);
    }

    private static IResult Unreadable(HttpContext http) => ApiProblem.Of(http, StatusCodes.Status400BadRequest, ApiProblemCode.InvalidBody);

    private static IResult NobodyThere(HttpContext http) => ApiProblem.Of(http, StatusCodes.Status404NotFound, ApiProblemCode.NoSuchPerson);
}
