using System.Globalization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;

namespace SaaSChat.Web.Billing;

public static class TopUpWords
{
    public static string BadgeOf(TopUpState state) => state switch
    {
        TopUpState.Paid => "badge-success",
        TopUpState.NeedsOwner => "badge-gold",
        TopUpState.Declined or TopUpState.Refused => "badge-danger",
        _ => "",
    };

    /// <summary>As people type it.</summary>
    public static string? Typed(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Typed(Money? money) => money?.Major.ToString(CultureInfo.InvariantCulture);
}
