using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Api;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>GET /api/ai/usage-stats: where a person stands, with their limits and what they pay for.</summary>
internal static class UsageStatsEndpoint
{
    public static void MapUsageStats(this IEndpointRouteBuilder api) => api.MapGet("/ai/usage-stats", AskAsync).RequireScope(ApiScope.ReadUsage)
        .WithName("getAiUsageStats").WithSummary("Where a person stands: in all, this month and today, with their limits.");

    private static async Task<ApiStanding> AskAsync(AppDbContext db, MyWallet wallets, OwnLimits limits, CurrentUser me, CancellationToken cancel)
    {
        var (wallet, standing) = (await wallets.MineAsync(cancel), (await limits.ReadAsync(me.Id, cancel))!);
        var (day, month) = (standing.Periods[LimitSpan.Day], standing.Periods[LimitSpan.Month]);
        var sums = await db.UsageDays.StandingAsync(wallet.AccountId, day.FirstDay, month.FirstDay, cancel);
        return new ApiStanding(
            new ApiUsed(sums.Lifetime.Tokens, Picodollars.ToDollars(sums.Lifetime.Cost), sums.Lifetime.Operations),
            PeriodOf(standing, sums.Month, LimitKind.MonthTokens, LimitKind.MonthCost),
            PeriodOf(standing, sums.Day, LimitKind.DayTokens, LimitKind.DayCost),
            await BillingOfAsync(db, wallet, cancel));
    }

    private static async Task<ApiBilling> BillingOfAsync(AppDbContext db, Wallet wallet, CancellationToken cancel)
    {
        if (await db.Subscriptions.AsNoTracking().OwnedBy(wallet.AccountId).Living().SingleOrDefaultAsync(cancel) is not { } subscription) return new(wallet.PlanKey, null, null, null, null);

        var paid = await db.Invoices.AsNoTracking().Where(i => i.SubscriptionId == subscription.Id && i.Method != null).OrderByDescending(i => i.At).FirstOrDefaultAsync(cancel);
        var method = paid is null ? null : $"{paid.Method} {paid.Last4}".TrimEnd();
        return new(wallet.PlanKey, subscription.GatewayId, ApiBalance.Word(subscription.Interval), subscription.NextCharge?.At, method);
    }

    private static ApiPeriod PeriodOf(LimitsStanding standing, UsageSum sum, LimitKind tokens, LimitKind cost)
    {
        var (period, limits) = (standing.PeriodOf(tokens), standing.InForce);
        LimitKind[] kinds = [tokens, cost];
        return new(
            sum.Tokens, Picodollars.ToDollars(sum.Cost), sum.Operations,
            limits.Values[tokens], limits.Values[cost] is { } dollars ? Picodollars.ToDollars(dollars) : null,
            Percent(tokens), Percent(cost),
            [.. kinds.Where(kind => limits.Values[kind] is { } limit && period.Used(kind) >= limits.WarningOf(limit)).Select(kind => ApiBalance.Word(kind))],
            period.EndsAt);

        decimal? Percent(LimitKind kind) => limits.Values[kind] is not { } limit ? null : limit == 0 ? 100m : decimal.Round((decimal)period.Used(kind) * 100m / limit, 2);
    }
}

internal sealed record ApiStanding(
    [property: Description("Since the first use.")] ApiUsed Lifetime,
    [property: Description("This month, as the person counts it.")] ApiPeriod CurrentMonth,
    [property: Description("Today, as the person counts it.")] ApiPeriod Today,
    [property: Description("What the person pays for.")] ApiBilling Billing);

internal sealed record ApiUsed(
    [property: Description("All tokens, in and out, cached included.")] long Tokens,
    [property: Description("The cost at list price in US dollars.")] decimal CostUsd,
    [property: Description("How many calls.")] long Operations);

internal sealed record ApiPeriod(
    [property: Description("All tokens, in and out, cached included.")] long Tokens,
    [property: Description("The cost at list price in US dollars.")] decimal CostUsd,
    [property: Description("How many calls.")] long Operations,
    [property: Description("How many tokens may be used in it; null without a limit.")] long? TokenLimit,
    [property: Description("How many dollars may be used in it; null without a limit.")] decimal? CostLimit,
    [property: Description("How much of the token limit is used, in percent; null without a limit.")] decimal? TokenPercent,
    [property: Description("How much of the cost limit is used, in percent; null without a limit.")] decimal? CostPercent,
    [property: Description("The limits whose warning threshold is passed: dayTokens, monthTokens, dayCost or monthCost.")] IReadOnlyList<string> Warnings,
    [property: Description("When it ends and the count begins again (UTC).")] DateTime ResetsAt);

internal sealed record ApiBilling(
    [property: Description("The plan's key.")] string Plan,
    [property: Description("The subscription that pays for the plan; null without one.")] string? SubscriptionId,
    [property: Description("month or year; null without a subscription.")] string? BillingCycle,
    [property: Description("When it is paid next (UTC); null without a subscription, and where it ends before.")] DateTime? NextBillingDate,
    [property: Description("How it was paid last, such as card 4242; null without a subscription.")] string? PaymentMethod);
