using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>What a payment is called, in its reader's language.</summary>
public static class PaymentWords
{
    // Left to right in any sentence: neither dots nor digits say so themselves.
    private const string Dots = "\u2066\u2022\u2022\u2022\u2022 ";
    private const string End = "\u2069";

    /// <summary>The gateway has more methods than we have words: what we do not know is no card either.</summary>
    public static string Method(this IStringLocalizer<Text> text, Payment payment) =>
        payment.GatewayId is null ? text["Billing.Method.None"] : text.Method(payment.Method, payment.Last4);

    public static string Method(this IStringLocalizer<Text> text, Invoice invoice) =>
        invoice.Method is null ? text["Billing.Method.None"] : text.Method(invoice.Method, invoice.Last4);

    public static string Card(this IStringLocalizer<Text> text, string last4) => text["Billing.Method.CardEnding", Dots + last4 + End];

    public static string BadgeOf(PaymentState state) => state switch
    {
        PaymentState.Paid => "badge-success",
        PaymentState.Disputed => "badge-gold",
        PaymentState.Lost => "badge-danger",
        _ => "",
    };

    /// <summary>As it stands on the receipt.</summary>
    public static string NumberOf(Payment payment) => $"{payment.PaidAt:yyyyMMdd}-{Ids.MiddleOf(payment.Id)}";

    private static string Method(this IStringLocalizer<Text> text, string? method, string? last4)
    {
        if (last4 is not null) return text.Card(last4);
        return method switch
        {
            "card" => text["Billing.Method.Card"],
            "alipay" => text["Billing.Method.Alipay"],
            "wechat_pay" => text["Billing.Method.WeChat"],
            "link" => text["Billing.Method.Link"],
            "crypto" => text["Billing.Method.Crypto"],
            _ => text["Billing.Method.Other"],
        };
    }
}
