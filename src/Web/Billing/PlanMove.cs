using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>Takes somebody from one plan to another, and says what came of it.</summary>
public sealed class PlanMove(PlanChanging changing, CurrentUser me, PlanNames names, IStringLocalizer<Text> text, ILogger<PlanMove> log)
{
    public async Task<(Subscription? Subscription, PlanPreview? Preview, string? Problem)> PreviewAsync(string? planKey, BillingInterval? interval, CancellationToken cancel)
    {
        if (await changing.FindAsync(me.AccountId, cancel) is not { } subscription) return (null, null, text["Errors.Plans.NoPlan"]);
        if (interval is not { } every) return (subscription, null, text["Errors.Plans.NotOffered"]);
        try
        {
            var preview = await changing.PreviewAsync(subscription, planKey, every, names.In(subscription.Language, planKey), cancel);
            return (subscription, preview, preview is null ? text[subscription.State == SubscriptionState.PastDue ? "Errors.Plans.PastDue" : "Errors.Plans.NotOffered"].Value : null);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "A change of a plan could not be quoted: {Fault} {Code}", e.Fault, e.Code);
            return (subscription, null, text["Errors.Plans.Gateway"]);
        }
    }

    /// <summary>What to say when it is done, or why it is not.</summary>
    public async Task<(string? Done, string? Problem)> ChangeAsync(PlanChangeWish wish, CancellationToken cancel)
    {
        try
        {
            var language = (await changing.FindAsync(me.AccountId, cancel))?.Language ?? "";
            return await changing.ChangeAsync(me.AccountId, wish, names.In(language, wish.PlanKey), cancel) switch
            {
                PlanChangeOutcome.Done => (text["Plans.Changed"], null),
                PlanChangeOutcome.Planned => (text["Plans.ChangePlanned"], null),
                PlanChangeOutcome.WaitsForPayment => (text["Plans.ChangeWaits"], null),
                PlanChangeOutcome.NoPlan => (null, text["Errors.Plans.NoPlan"]),
                PlanChangeOutcome.PriceChanged => (null, text["Errors.Billing.PriceChanged"]),
                PlanChangeOutcome.UnderWay => (null, text["Errors.Plans.UnderWay"]),
                _ => (null, text["Errors.Plans.NotOffered"]),
            };
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "A plan was not changed: {Fault} {Code}", e.Fault, e.Code);
            return (null, text["Errors.Plans.Gateway"]);
        }
    }
}
