using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Usage;

/// <summary>A person's own limits as they type them; an empty field is no limit of their own.</summary>
public sealed class LimitsForm
{
    [Display(Name = "Account.Limits.IsOn")]
    public bool IsOn { get; set; }

    [Display(Name = "Account.Limits.DayTokens")]
    public string? DayTokens { get; set; }

    [Display(Name = "Account.Limits.MonthTokens")]
    public string? MonthTokens { get; set; }

    [Display(Name = "Account.Limits.DayCost")]
    public string? DayCost { get; set; }

    [Display(Name = "Account.Limits.MonthCost")]
    public string? MonthCost { get; set; }

    [Display(Name = "Account.Limits.WarnAt")]
    public string? WarnAt { get; set; }

    public string? this[LimitKind kind] => kind switch
    {
        LimitKind.DayTokens => DayTokens,
        LimitKind.MonthTokens => MonthTokens,
        LimitKind.DayCost => DayCost,
        _ => MonthCost,
    };

    public static LimitsForm Of(LimitsStanding standing)
    {
        var own = standing.Own?.Values ?? LimitValues.None;
        return new()
        {
            IsOn = standing.Own?.IsOn ?? true, WarnAt = standing.InForce.WarnAt.ToString(CultureInfo.InvariantCulture),
            DayTokens = LimitAmounts.Written(LimitKind.DayTokens, own.DayTokens), MonthTokens = LimitAmounts.Written(LimitKind.MonthTokens, own.MonthTokens),
            DayCost = LimitAmounts.Written(LimitKind.DayCost, own.DayCost), MonthCost = LimitAmounts.Written(LimitKind.MonthCost, own.MonthCost),
        };
    }
}
