using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Billing;

/// <summary>What the gateway's page says is sold, for an order that nobody is looking at: in its buyer's language.</summary>
internal sealed class OrderWords(IStringLocalizer<Text> text, Fmt fmt, SiteAddress site)
{
    public CheckoutTexts Of(Order order)
    {
        using var buyer = Speaking.In(Cultures.Find(order.Language) ?? Cultures.English);
        return new CheckoutTexts(text.Count("Credits.Amount", order.Credits, fmt), new Uri(site.At(Purchase.PathOf(order))), new Uri(site.At("/billing/top-up")));
    }
}
