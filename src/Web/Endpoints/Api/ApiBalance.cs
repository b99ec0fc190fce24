using System.ComponentModel;
using System.Text.Json;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Web.Endpoints.Api;

internal sealed record ApiBalance(
    [property: Description("Credits that can be spent now; 0 while there is debt.")] long TokenCredits,
    [property: Description("Credits set aside for answers that are being made.")] long Held,
    [property: Description("Credits owed. Whatever comes in pays them off first.")] long Debt,
    [property: Description("Whether credits come by a schedule.")] bool AutoRefillEnabled,
    [property: Description("Every how many units a refill comes; null without a schedule.")] int? RefillIntervalValue,
    [property: Description("The unit of the interval: second, minute, hour, day, week or month; null without a schedule.")] string? RefillIntervalUnit,
    [property: Description("When the last refill was due (UTC); null before the first.")] DateTime? LastRefill,
    [property: Description("When the next refill is due (UTC); null without a schedule.")] DateTime? NextRefill,
    [property: Description("How many credits a refill brings; null without a schedule.")] long? RefillAmount,
    [property: Description("The plan's credits in each cycle.")] long Quota,
    [property: Description("Whether this cycle's credits are used up.")] bool QuotaExceeded,
    [property: Description("When the next cycle begins (UTC); null where the plan gives nothing.")] DateTime? NextQuotaReset,
    [property: Description("Whether the plan is a paid one.")] bool SubscriptionActive,
    [property: Description("The credits that are left, in the order in which they are spent.")] IReadOnlyList<ApiGrant> Grants)
{
    /// <summary>A name of ours as programs read it.</summary>
    public static string Word(Enum name) => JsonNamingPolicy.CamelCase.ConvertName($"{name}");
}

internal sealed record ApiGrant(
    [property: Description("Where the credits came from: plan, purchase, claim, refill, promo, admin or trial.")] string Source,
    [property: Description("How many are left.")] long Remaining,
    [property: Description("When they expire (UTC); null when they never do.")] DateTime? ExpiresAt)
{
    public static ApiGrant Of(CreditGrant grant) => new(ApiBalance.Word(grant.Source), grant.Remaining, grant.ExpiresAt);
}
