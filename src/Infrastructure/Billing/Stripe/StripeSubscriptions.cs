using System.Text.Json;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Plans that go on: changed now, changed later, ended.</summary>
internal sealed class StripeSubscriptions(StripeApi api, StripePrices prices) : IStripeSubscriptions
{
    private static readonly StripeForm WithPlan = new() { { "expand[0]", "schedule.phases.items.price" } };

    public async Task<GatewaySubscription> FindAsync(string id, CancellationToken cancel) => Read(await GetAsync(id, cancel));

    public async Task<Money> QuoteAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var preview = await api.PostAsync(
            "/v1/invoices/create_preview",
            new StripeForm
            {
                { "subscription", change.SubscriptionId },
                { "subscription_details[items][0][id]", ItemOf(subscription).Need("id") },
                { "subscription_details[items][0][price]", await prices.IdOfAsync(change.Sale, cancel) },
                { "subscription_details[proration_behavior]", "always_invoice" },
                { "subscription_details[billing_cycle_anchor]", "now" },
            },
            null, cancel);
        return preview.Money("amount_due");
    }

    public async Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var price = await prices.IdOfAsync(change.Sale, cancel);

        // Done by an earlier attempt, be it longer ago than Stripe remembers keys: a second one would begin and charge another period.
        if (PriceOf(ItemOf(subscription)) == price || PendingOf(subscription) is { } waits && PriceOf(waits) == price) return Read(subscription);

        await ReleaseAsync(subscription, cancel);
        await api.PostAsync(
            Path(change.SubscriptionId),
            new StripeForm
            {
                { "items[0][id]", ItemOf(subscription).Need("id") },
                { "items[0][price]", price },
                { "proration_behavior", "always_invoice" },
                { "payment_behavior", "pending_if_incomplete" },
                { "billing_cycle_anchor", "now" },
            },
            change.Key, cancel);
        return await FindAsync(change.SubscriptionId, cancel);
    }

    public async Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel)
    {
        var subscription = await GetAsync(change.SubscriptionId, cancel);
        var price = await prices.IdOfAsync(change.Sale, cancel);
        if (subscription.Flag("cancel_at_period_end")) await SetAsync(change.SubscriptionId, ends: false, $"{change.Key}:resume", cancel);

        var schedule = subscription.At("schedule") ?? await api.PostAsync("/v1/subscription_schedules", new StripeForm { { "from_subscription", change.SubscriptionId } }, $"{change.Key}:schedule", cancel);
        var item = ItemOf(subscription);
        await api.PostAsync(
            $"/v1/subscription_schedules/{schedule.Need("id")}",
            new StripeForm
            {
                { "end_behavior", "release" },
                { "proration_behavior", "none" },
                { "phases[0][start_date]", schedule.NeedTime("current_phase", "start_date") },
                { "phases[0][end_date]", item.NeedTime("current_period_end") },
                { "phases[0][items][0][price]", PriceOf(item) },
                { "phases[0][items][0][quantity]", 1 },
                { "phases[1][items][0][price]", price },
                { "phases[1][items][0][quantity]", 1 },
                { "phases[1][duration][interval]", change.Sale.Interval },
                { "phases[1][duration][interval_count]", 1 },
            },
            change.Key, cancel);
        return await FindAsync(change.SubscriptionId, cancel);
    }

    public async Task<GatewaySubscription> SetEndingAsync(string id, bool ends, string key, CancellationToken cancel)
    {
        var subscription = await GetAsync(id, cancel);
        await ReleaseAsync(subscription, cancel);
        if (subscription.Flag("cancel_at_period_end") != ends) await SetAsync(id, ends, key, cancel);
        return await FindAsync(id, cancel);
    }

    public async Task<GatewaySubscription> EndNowAsync(string id, CancellationToken cancel)
    {
        try
        {
            await api.DeleteAsync(Path(id), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault is GatewayFault.NotFound or GatewayFault.Refused)
        {
            // One that is over can still be read; one that never was is told below.
        }

        return await FindAsync(id, cancel);
    }

    private static string Path(string id) => $"/v1/subscriptions/{Uri.EscapeDataString(id)}";

    private Task<JsonElement> GetAsync(string id, CancellationToken cancel) => api.GetAsync(Path(id), WithPlan, cancel);

    private Task<JsonElement> SetAsync(string id, bool ends, string key, CancellationToken cancel) =>
        api.PostAsync(Path(id), new StripeForm { { "cancel_at_period_end", ends } }, key, cancel);

    // While a plan for later is attached, nothing else about it may be changed.
    private Task ReleaseAsync(JsonElement subscription, CancellationToken cancel) => subscription.IdAt("schedule") is { } schedule
        ? api.PostAsync($"/v1/subscription_schedules/{schedule}/release", [], $"release:{schedule}", cancel)
        : Task.CompletedTask;

    private static GatewaySubscription Read(JsonElement subscription)
    {
        var item = ItemOf(subscription);
        return new GatewaySubscription(
            subscription.Need("id"), StateOf(subscription.Need("status")), subscription.IdAt("customer") ?? throw StripeJson.Unreadable("customer"), subscription.OrderId(),
            StripePrices.Read(item.At("price") ?? throw StripeJson.Unreadable("price")), subscription.NeedTime("start_date"), item.NeedTime("current_period_end"),
            subscription.Flag("cancel_at_period_end"), subscription.IsLive())
        {
            Next = NextOf(subscription),
            Pending = PendingOf(subscription)?.At("price") is { } price ? StripePrices.Read(price) : null,
            LatestInvoiceId = subscription.IdAt("latest_invoice"),
        };
    }

    private static GatewaySubscriptionState StateOf(string status) => status switch
    {
        "active" or "trialing" => GatewaySubscriptionState.Active,
        "incomplete" => GatewaySubscriptionState.Incomplete,
        "canceled" or "incomplete_expired" => GatewaySubscriptionState.Ended,
        _ => GatewaySubscriptionState.PastDue,
    };

    private static PlanTerms? NextOf(JsonElement subscription)
    {
        var until = ItemOf(subscription).NeedTime("current_period_end");
        var next = subscription.Items("schedule", "phases").Where(p => p.NeedTime("start_date") >= until).Select(p => p.Items("items").First().At("price")).FirstOrDefault();
        return next is { ValueKind: JsonValueKind.Object } price ? StripePrices.Read(price) : null;
    }

    private static JsonElement ItemOf(JsonElement subscription) =>
        subscription.Items("items").Select(i => (JsonElement?)i).FirstOrDefault() ?? throw StripeJson.Unreadable("items");

    private static JsonElement? PendingOf(JsonElement subscription) => subscription.Items("pending_update", "subscription_items").Select(i => (JsonElement?)i).FirstOrDefault();

    private static string? PriceOf(JsonElement item) => item.IdAt("price");
}
