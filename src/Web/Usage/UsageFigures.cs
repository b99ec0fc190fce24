using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

internal static class UsageFigures
{
    private const int TimeDecimals = 3;

    /// <summary>How much of a kind was used, in the unit that its rate is for: time is kept in milliseconds.</summary>
    public static string Quantity(this Fmt fmt, UsageKind kind, long counted) =>
        kind.CountedPerRate() is > 1 and var perRate ? fmt.Number((decimal)counted / perRate, TimeDecimals) : fmt.Number(counted);
}
