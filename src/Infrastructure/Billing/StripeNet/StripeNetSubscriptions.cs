using global::Stripe;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using Subscription = global::Stripe.Subscription;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Plans that go on: changed now, changed later, ended.</summary>
internal sealed class StripeNetSubscriptions(StripeNetCalls calls, StripeNetPrices prices) : IStripeSubscriptions
{
    private readonly SubscriptionService _subscriptions = new(calls.Client);
    private readonly SubscriptionScheduleService _schedules = new(calls.Client);
    private readonly InvoiceService _invoices = new(calls.Client);

    public async Task<GatewaySubscription> FindAsync(string id, CancellationToken cancel) => StripeNetReading.Subscription(await GetAsync(id, cancel));

    public async Task<Money> QuoteAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var details = new InvoiceSubscriptionDetailsOptions
        {
            Items = [new InvoiceSubscriptionDetailsItemOptions { Id = ItemOf(subscription).Id, Price = await prices.IdOfAsync(change.Sale, cancel) }],
            ProrationBehavior = "always_invoice",
            BillingCycleAnchor = InvoiceSubscriptionDetailsBillingCycleAnchor.Now,
        };
        var preview = await calls.AskAsync(c => _invoices.CreatePreviewAsync(new InvoiceCreatePreviewOptions { Subscription = change.SubscriptionId, SubscriptionDetails = details }, null, c), cancel);
        return StripeNetReading.Money(preview.AmountDue, preview.Currency);
    }

    public async Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var price = await prices.IdOfAsync(change.Sale, cancel);

        // Done by an earlier attempt, be it longer ago than Stripe remembers keys: a second one would begin and charge another period.
        if (ItemOf(subscription).Price.Id == price || subscription.PendingUpdate?.SubscriptionItems?[0].Price.Id == price) return StripeNetReading.Subscription(subscription);

        await ReleaseAsync(subscription, cancel);
        var update = new SubscriptionUpdateOptions
        {
            Items = [new SubscriptionItemOptions { Id = ItemOf(subscription).Id, Price = price }],
            ProrationBehavior = "always_invoice",
            PaymentBehavior = "pending_if_incomplete",
            BillingCycleAnchor = SubscriptionBillingCycleAnchor.Now,
        };
        await calls.AskAsync(c => _subscriptions.UpdateAsync(change.SubscriptionId, update, StripeNetCalls.By(change.Key), c), cancel);
        return await FindAsync(change.SubscriptionId, cancel);
    }

    public async Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var price = await prices.IdOfAsync(change.Sale, cancel);
        if (subscription.CancelAtPeriodEnd) await SetAsync(change.SubscriptionId, ends: false, $"{change.Key}:resume", cancel);

        var schedule = subscription.Schedule ?? await calls.AskAsync(
            c => _schedules.CreateAsync(new SubscriptionScheduleCreateOptions { FromSubscription = change.SubscriptionId }, StripeNetCalls.By($"{change.Key}:schedule"), c), cancel);
        var item = ItemOf(subscription);
        var phases = new SubscriptionScheduleUpdateOptions
        {
            EndBehavior = "release",
            ProrationBehavior = "none",
            Phases =
            [
                new SubscriptionSchedulePhaseOptions { StartDate = schedule.CurrentPhase.StartDate, EndDate = item.CurrentPeriodEnd, Items = [Phase(item.Price.Id)] },
                new SubscriptionSchedulePhaseOptions
                {
                    Items = [Phase(price)],
                    Duration = new SubscriptionSchedulePhaseDurationOptions { Interval = change.Sale.Interval == BillingInterval.Year ? "year" : "month", IntervalCount = 1 },
                },
            ],
        };
        await calls.AskAsync(c => _schedules.UpdateAsync(schedule.Id, phases, StripeNetCalls.By(change.Key), c), cancel);
        return await FindAsync(change.SubscriptionId, cancel);
    }

    public async Task<GatewaySubscription> SetEndingAsync(string id, bool ends, string key, CancellationToken cancel)
    {
        var subscription = await GetAsync(id, cancel);
        await ReleaseAsync(subscription, cancel);
        if (subscription.CancelAtPeriodEnd != ends) await SetAsync(id, ends, key, cancel);
        return await FindAsync(id, cancel);
    }

    public async Task<GatewaySubscription> EndNowAsync(string id, CancellationToken cancel)
    {
        try
        {
            await calls.AskAsync(c => _subscriptions.CancelAsync(id, null, null, c), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault is GatewayFault.NotFound or GatewayFault.Refused)
        {
            // One that is over can still be read; one that never was is told below.
        }

        return await FindAsync(id, cancel);
    }

    private Task<Subscription> GetAsync(string id, CancellationToken cancel)
    {
        var with = new SubscriptionGetOptions();
        with.AddExpand("schedule.phases.items.price");
        return calls.AskAsync(c => _subscriptions.GetAsync(id, with, null, c), cancel);
    }

    private Task<Subscription> SetAsync(string id, bool ends, string key, CancellationToken cancel) =>
        calls.AskAsync(c => _subscriptions.UpdateAsync(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = ends }, StripeNetCalls.By(key), c), cancel);

    // While a plan for later is attached, nothing else about it may be changed.
    private Task ReleaseAsync(Subscription subscription, CancellationToken cancel) => subscription.ScheduleId is { } schedule
        ? calls.AskAsync(c => _schedules.ReleaseAsync(schedule, null, StripeNetCalls.By($"release:{schedule}"), c), cancel)
        : Task.CompletedTask;

    private static SubscriptionItem ItemOf(Subscription subscription) => subscription.Items.Data[0];

    private static SubscriptionSchedulePhaseItemOptions Phase(string price) => new() { Price = price, Quantity = 1 };
}
