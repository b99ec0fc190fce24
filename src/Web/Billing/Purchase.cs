using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Billing;

/// <summary>Takes somebody from a package to the page where it is paid.</summary>
public sealed class Purchase(
    OrderPlacing placing, CheckoutOpening opening, OrderBooks books, SiteAddress site, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt, ILogger<Purchase> log)
{
    public async Task<PurchaseAnswer> BuyAsync(OrderWish wish, string back, CancellationToken cancel)
    {
        var (outcome, order) = await placing.PlaceAsync(me.AccountId, me.Id, wish, cancel);
        if (order is null) return new PurchaseAnswer(null, text[KeyOf(outcome)]);
        if (order.State is not (OrderState.Placed or OrderState.Open)) return new PurchaseAnswer(PathOf(order), null);

        try
        {
            var texts = new CheckoutTexts(text.Count("Credits.Amount", order.Credits, fmt), new Uri(site.At(PathOf(order))), new Uri(site.At(back)));
            var checkout = await opening.OpenAsync(order, texts, cancel);
            return new PurchaseAnswer(checkout is { State: CheckoutState.Open, Page: { } page } ? page.AbsoluteUri : PathOf(order), null);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The checkout of order {Order} was not opened: {Fault} {Code}", order.Id, e.Fault, e.Code);
            if (e.Fault is GatewayFault.Refused or GatewayFault.KeyReused or GatewayFault.NotFound) await books.EndAsync(order.AccountId, order.Id, OrderState.Failed, cancel);
            return new PurchaseAnswer(null, text["Errors.Billing.Gateway"]);
        }
    }

    public static string PathOf(Order order) => string.Create(CultureInfo.InvariantCulture, $"/buy-tokens/{order.Id}");

    private static string KeyOf(PlacingOutcome outcome) => outcome switch
    {
        PlacingOutcome.PriceChanged => "Errors.Billing.PriceChanged",
        PlacingOutcome.CodeDoesNotHold => "Errors.Billing.Code",
        _ => "Errors.Billing.NotOffered",
    };
}

/// <summary>Where to go on, or why not.</summary>
public readonly record struct PurchaseAnswer(string? Address, string? Problem);
