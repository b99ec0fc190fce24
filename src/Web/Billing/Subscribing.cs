using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Billing;

/// <summary>Takes somebody from a plan to the page where it is paid.</summary>
public sealed class Subscribing(PlanPlacing placing, PlanOpening opening, PlanBooks books, SiteAddress site, CurrentUser me, PlanNames names, IStringLocalizer<Text> text, ILogger<Subscribing> log)
{
    public async Task<PurchaseAnswer> SubscribeAsync(PlanWish wish, string back, CancellationToken cancel)
    {
        PlacedPlan placed = default;
        try
        {
            placed = await placing.PlaceAsync(me.AccountId, me.Id, wish, cancel);
            if (placed is { Outcome: PlanPlacingOutcome.Busy, Subscription: { } other })
            {
                // The page that another window opened is closed first, so that nobody pays for two plans.
                await opening.CloseAsync(other, cancel);
                placed = await placing.PlaceAsync(me.AccountId, me.Id, wish, cancel);
            }

            if (placed is not { Outcome: PlanPlacingOutcome.Placed, Subscription: { } subscription }) return new PurchaseAnswer(null, text[KeyOf(placed.Outcome)]);
            if (subscription.IsOver || subscription.IsLiving) return new PurchaseAnswer(PathOf(subscription), null);

            var texts = new CheckoutTexts(names.In(subscription.Language, subscription.PlanKey), new Uri(site.At(PathOf(subscription))), new Uri(site.At(back)));
            var checkout = await opening.OpenAsync(subscription, texts, cancel);
            return new PurchaseAnswer(checkout is { State: CheckoutState.Open, Page: { } page } ? page.AbsoluteUri : PathOf(subscription), null);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The checkout of subscription {Subscription} was not opened or closed: {Fault} {Code}", placed.Subscription?.Id, e.Fault, e.Code);
            if (placed is { Outcome: PlanPlacingOutcome.Placed, Subscription: { CheckoutId: null } refused } && e.Fault is GatewayFault.Refused or GatewayFault.KeyReused or GatewayFault.NotFound)
                await books.EndAsync(refused.AccountId, refused.Id, SubscriptionState.Failed, cancel);
            return new PurchaseAnswer(null, text["Errors.Billing.Gateway"]);
        }
    }

    public static string PathOf(Subscription subscription) => string.Create(CultureInfo.InvariantCulture, $"/plans/{subscription.Id}");

    private static string KeyOf(PlanPlacingOutcome outcome) => outcome switch
    {
        PlanPlacingOutcome.PriceChanged => "Errors.Billing.PriceChanged",
        PlanPlacingOutcome.HasPlan => "Errors.Plans.HasPlan",
        PlanPlacingOutcome.Busy => "Errors.Plans.Busy",
        _ => "Errors.Plans.NotOffered",
    };
}
