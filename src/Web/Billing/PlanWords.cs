using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>What the prices of plans are called, in their reader's language.</summary>
public static class PlanWords
{
    public static string Of(BillingInterval interval) => interval == BillingInterval.Year ? "year" : "month";

    /// <summary>What was typed into an address or a form; null for what is neither.</summary>
    public static BillingInterval? IntervalOf(string? word) => word switch
    {
        "month" => BillingInterval.Month,
        "year" => BillingInterval.Year,
        _ => null,
    };

    /// <summary>"$9.99 a month".</summary>
    public static string PriceOf(this IStringLocalizer<Text> text, Fmt fmt, PlanTerms terms) =>
        text[terms.Interval == BillingInterval.Year ? "Plans.Price.Year" : "Plans.Price.Month", Bidi.Isolate(fmt.Money(terms.Price))];

    public static string BadgeOf(GatewayInvoiceState state) => state switch
    {
        GatewayInvoiceState.Paid => "badge-success",
        GatewayInvoiceState.Open => "badge-gold",
        GatewayInvoiceState.Uncollectible => "badge-danger",
        _ => "",
    };

    /// <summary>As it stands on our receipt.</summary>
    public static string NumberOf(Invoice invoice) => invoice.Number ?? $"{invoice.At:yyyyMMdd}-{Ids.MiddleOf(invoice.Id)}";
}
