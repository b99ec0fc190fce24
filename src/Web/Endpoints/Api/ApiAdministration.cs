using System.ComponentModel;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Pages.Admin.Users;

namespace SaaSChat.Web.Endpoints.Api;

internal sealed record ApiUsers(
    [property: Description("The people.")] IReadOnlyList<ApiUserRow> Items,
    [property: Description("Where the next page begins; null on the last one.")] string? NextCursor);

internal sealed record ApiUserRow(
    [property: Description("Never changes.")] Guid Id,
    [property: Description("The address that they sign in with; null once they are gone.")] string? Email,
    [property: Description("What they call themselves.")] string Name,
    [property: Description("When they signed up (UTC).")] DateTime CreatedAt,
    [property: Description("When they were last seen (UTC); null when never.")] DateTime? LastSeenAt,
    [property: Description("Since when they are kept out (UTC); null when they are not.")] DateTime? SuspendedAt,
    [property: Description("When they left (UTC); null when they did not.")] DateTime? DeletedAt,
    [property: Description("The key of their plan; null without one.")] string? Plan,
    [property: Description("Credits that they can spend now; 0 while there is debt.")] long TokenCredits,
    [property: Description("Credits that they owe.")] long Debt,
    [property: Description("admin, support or ops; user without one.")] string Role,
    [property: Description("Whether they have shown that the address is theirs.")] bool Confirmed,
    [property: Description("Tokens that they used in the month that runs where they are.")] long MonthTokens,
    [property: Description("What those cost at list price in US dollars, without our margin.")] decimal MonthCostUsd)
{
    public static ApiUserRow Of(UserRow row) => new(
        row.Id, row.Email, row.Name, row.CreatedAt, row.LastSeenAt, row.SuspendedAt, row.DeletedAt, row.Plan, Math.Max(0, row.Balance),
        Math.Max(0, -row.Balance), row.Role, row.IsConfirmed, row.Tokens, Picodollars.ToDollars(row.Cost));
}

internal sealed record ApiOverview(
    [property: Description("In all.")] ApiSum Total,
    [property: Description("The same by day.")] IReadOnlyList<ApiUsageDay> ByDay,
    [property: Description("The same by model, the dearest first.")] IReadOnlyList<ApiUsageModel> ByModel,
    [property: Description("In as many days before; nothing where the first day was left out.")] ApiSum Before)
{
    public static ApiOverview Of(IReadOnlyList<UsageSlice> slices, UsageSum before)
    {
        var stats = UsageEndpoints.StatsOf(slices);
        return new(stats.Total, stats.ByDay, stats.ByModel, ApiSum.Of(before));
    }
}

internal sealed record ApiBalanceOrder(
    [property: Description("Whose balance, by their address; or userId.")] string? Email,
    [property: Description("Whose balance, by their id; or email.")] Guid? UserId,
    [property: Description("What they can spend afterwards, 0 or more.")] long? Balance,
    [property: Description("Why; kept in the log.")] string? Reason);

internal sealed record ApiBalanceSet(
    [property: Description("Whose balance it is.")] Guid UserId,
    [property: Description("What they could spend before.")] long Before,
    [property: Description("What they can spend now.")] long TokenCredits);

internal sealed record ApiSuspension(
    [property: Description("Who, by their address; or userId.")] string? Email,
    [property: Description("Who, by their id; or email.")] Guid? UserId,
    [property: Description("Whether they are kept out from now on.")] bool? Suspended,
    [property: Description("Why; kept in the log.")] string? Reason);

internal sealed record ApiSuspended(
    [property: Description("Who it is.")] Guid UserId,
    [property: Description("Whether they are kept out.")] bool Suspended);
