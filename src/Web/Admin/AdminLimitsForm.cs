using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Admin;

/// <summary>A person's limits as an admin types them; where a field is empty the plan's holds.</summary>
public sealed class AdminLimitsForm
{
    [Display(Name = "Admin.Act.Limits.Way")]
    public LimitsWay Way { get; set; }

    [Display(Name = "Account.Limits.DayTokens")]
    public string? DayTokens { get; set; }

    [Display(Name = "Account.Limits.MonthTokens")]
    public string? MonthTokens { get; set; }

    [Display(Name = "Account.Limits.DayCost")]
    public string? DayCost { get; set; }

    [Display(Name = "Account.Limits.MonthCost")]
    public string? MonthCost { get; set; }

    public string? this[LimitKind kind] => kind switch
    {
        LimitKind.DayTokens => DayTokens,
        LimitKind.MonthTokens => MonthTokens,
        LimitKind.DayCost => DayCost,
        _ => MonthCost,
    };

    public static AdminLimitsForm Of(UsageLimit? set) => new()
    {
        Way = set?.IsOn switch { true => LimitsWay.Own, false => LimitsWay.Off, _ => LimitsWay.Plan },
        DayTokens = LimitAmounts.Written(LimitKind.DayTokens, set?.DayTokens), MonthTokens = LimitAmounts.Written(LimitKind.MonthTokens, set?.MonthTokens),
        DayCost = LimitAmounts.Written(LimitKind.DayCost, set?.DayCost), MonthCost = LimitAmounts.Written(LimitKind.MonthCost, set?.MonthCost),
    };
}

public enum LimitsWay
{
    Plan,
    Own,

    /// <summary>Nothing limits them but themselves.</summary>
    Off,
}
