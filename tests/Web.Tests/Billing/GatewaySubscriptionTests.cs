using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

public abstract class GatewaySubscriptionTests : GatewayFacts
{
    private static readonly PlanTerms BasicTerms = new(Basic.PlanKey, Basic.Interval, Basic.Price);
    private static readonly PlanTerms PremiumTerms = new(Premium.PlanKey, Premium.Interval, Premium.Price);

    [Fact]
    public async Task Plan_that_is_paid_begins_with_an_invoice_for_its_first_period()
    {
        var sara = await SaraAsync();
        var order = Order(sara) with { Plan = Basic };
        var checkout = await OpenAsync(order);
        await Till.PayAsync(checkout);

        var subscription = await Gateway.SubscriptionAsync((await NowAsync(checkout)).SubscriptionId!, default);
        var invoice = await Gateway.InvoiceAsync(subscription.LatestInvoiceId!, default);

        Assert.Equal((GatewaySubscriptionState.Active, sara, order.OrderId, BasicTerms), (subscription.State, subscription.CustomerId, subscription.OrderId, subscription.Terms));
        Assert.Equal((GatewayInvoiceState.Paid, InvoiceCause.Begin, BasicTerms, Basic.Price), (invoice.State, invoice.Cause, invoice.Terms, invoice.Total));
        Assert.Equal((subscription.Id, sara, subscription.PaidUntil), (invoice.SubscriptionId, invoice.CustomerId, invoice.Until));
        Assert.Equal(invoice.From.AddMonths(1), invoice.Until);
        Assert.NotNull(invoice.Number);
        Assert.Equal(GatewayPaymentState.Paid, (await Gateway.PaymentAsync(invoice.PaymentId!, default)).State);
    }

    [Fact]
    public async Task Plan_renews_with_an_invoice_for_its_next_period()
    {
        var sara = await SaraAsync();
        var first = await SubscribedAsync(sara, Basic);

        await Till.RenewAsync(first.Id);

        var next = await Gateway.SubscriptionAsync(first.Id, default);
        var invoices = await Gateway.InvoicesAsync(sara, 10, default);
        Assert.Equal([InvoiceCause.Renewal, InvoiceCause.Begin], invoices.Select(i => i.Cause));
        Assert.Equal((first.PaidUntil, next.PaidUntil, BasicTerms), (invoices[0].From, invoices[0].Until, invoices[0].Terms));
        Assert.True(next.PaidUntil > first.PaidUntil);
        Assert.Single(await Gateway.InvoicesAsync(sara, 1, default));
    }

    [Fact]
    public async Task Card_that_refuses_a_renewal_leaves_the_plan_past_due()
    {
        var sara = await SaraAsync();
        var subscription = await SubscribedAsync(sara, Basic);
        await Till.ChangeCardAsync(await OnlyCardAsync(sara), CardMood.Declines);

        await Till.RenewAsync(subscription.Id);

        var due = await Gateway.SubscriptionAsync(subscription.Id, default);
        Assert.Equal(GatewaySubscriptionState.PastDue, due.State);
        Assert.Equal(GatewayInvoiceState.Open, (await Gateway.InvoiceAsync(due.LatestInvoiceId!, default)).State);
    }

    [Fact]
    public async Task Upgrade_begins_a_new_period_and_costs_what_was_quoted()
    {
        var basic = await SubscribedAsync(await SaraAsync(), Basic);
        var change = new PlanChange("change:1", basic.Id, Premium);

        var quote = await Gateway.QuoteChangeAsync(change, default);
        var premium = await Gateway.ChangeNowAsync(change, default);

        // Nearly all of the first period is unused.
        Assert.InRange(quote.Minor, Premium.Price.Minor - Basic.Price.Minor, Premium.Price.Minor - Basic.Price.Minor + 1);
        var invoice = await Gateway.InvoiceAsync(premium.LatestInvoiceId!, default);
        Assert.Equal((PremiumTerms, null, GatewaySubscriptionState.Active), (premium.Terms, premium.Pending, premium.State));
        Assert.Equal((InvoiceCause.Change, GatewayInvoiceState.Paid, PremiumTerms, premium.PaidUntil), (invoice.Cause, invoice.State, invoice.Terms, invoice.Until));
        Assert.InRange(invoice.Total.Minor, quote.Minor - 1, quote.Minor + 1);
    }

    [Fact]
    public async Task Upgrade_that_is_asked_for_again_is_paid_once()
    {
        var sara = await SaraAsync();
        var basic = await SubscribedAsync(sara, Basic);

        await Gateway.ChangeNowAsync(new PlanChange("change:1", basic.Id, Premium), default);
        await Gateway.ChangeNowAsync(new PlanChange("change:1", basic.Id, Premium), default);
        await Gateway.ChangeNowAsync(new PlanChange("change:2", basic.Id, Premium), default);

        Assert.Equal(2, (await Gateway.InvoicesAsync(sara, 10, default)).Count);
    }

    [Fact]
    public async Task Upgrade_whose_card_refuses_waits_and_changes_nothing()
    {
        var sara = await SaraAsync();
        var basic = await SubscribedAsync(sara, Basic);
        await Till.ChangeCardAsync(await OnlyCardAsync(sara), CardMood.Declines);

        var waits = await Gateway.ChangeNowAsync(new PlanChange("change:1", basic.Id, Premium), default);

        Assert.Equal((BasicTerms, PremiumTerms, basic.PaidUntil, GatewaySubscriptionState.Active), (waits.Terms, waits.Pending, waits.PaidUntil, waits.State));
        Assert.Equal(GatewayInvoiceState.Open, (await Gateway.InvoiceAsync(waits.LatestInvoiceId!, default)).State);
    }

    [Fact]
    public async Task Change_for_later_acts_when_the_period_ends()
    {
        var sara = await SaraAsync();
        var premium = await SubscribedAsync(sara, Premium);
        var change = new PlanChange("change:1", premium.Id, Basic);

        var planned = await Gateway.ChangeAtPeriodEndAsync(change, default);
        Assert.Equal(planned, await Gateway.ChangeAtPeriodEndAsync(change, default));
        Assert.Equal((PremiumTerms, BasicTerms), (planned.Terms, planned.Next));
        await Till.RenewAsync(premium.Id);

        var basic = await Gateway.SubscriptionAsync(premium.Id, default);
        Assert.Equal((BasicTerms, null), (basic.Terms, basic.Next));
        Assert.Equal((BasicTerms, Basic.Price), (await Gateway.InvoiceAsync(basic.LatestInvoiceId!, default)) is var invoice ? (invoice.Terms, invoice.Total) : default);
    }

    [Fact]
    public async Task Change_for_later_can_be_another_one_and_can_be_taken_back()
    {
        var yearly = Basic with { Interval = BillingInterval.Year, Price = new Money(99_90, Currency.Usd) };
        var premium = await SubscribedAsync(await SaraAsync(), Premium);
        await Gateway.ChangeAtPeriodEndAsync(new PlanChange("change:1", premium.Id, Basic), default);

        var other = await Gateway.ChangeAtPeriodEndAsync(new PlanChange("change:2", premium.Id, yearly), default);
        Assert.Equal(BillingInterval.Year, other.Next!.Interval);

        Assert.Null((await Gateway.SetEndingAsync(premium.Id, endsWithPeriod: false, "resume:1", default)).Next);
    }

    [Fact]
    public async Task Plan_that_ends_with_its_period_can_be_kept_until_then()
    {
        var basic = await SubscribedAsync(await SaraAsync(), Basic);

        Assert.True((await Gateway.SetEndingAsync(basic.Id, endsWithPeriod: true, "end:1", default)).EndsWithPeriod);
        Assert.False((await Gateway.SetEndingAsync(basic.Id, endsWithPeriod: false, "resume:1", default)).EndsWithPeriod);
        await Gateway.SetEndingAsync(basic.Id, endsWithPeriod: true, "end:2", default);
        await Till.RenewAsync(basic.Id);

        Assert.Equal(GatewaySubscriptionState.Ended, (await Gateway.SubscriptionAsync(basic.Id, default)).State);
    }

    [Fact]
    public async Task Change_for_later_of_a_plan_that_was_to_end_keeps_it()
    {
        var premium = await SubscribedAsync(await SaraAsync(), Premium);
        await Gateway.SetEndingAsync(premium.Id, endsWithPeriod: true, "end:1", default);

        var planned = await Gateway.ChangeAtPeriodEndAsync(new PlanChange("change:1", premium.Id, Basic), default);

        Assert.Equal((false, BasicTerms), (planned.EndsWithPeriod, planned.Next));
    }

    [Fact]
    public async Task Upgrade_takes_the_place_of_a_change_for_later()
    {
        var basic = await SubscribedAsync(await SaraAsync(), Basic);
        await Gateway.ChangeAtPeriodEndAsync(new PlanChange("change:1", basic.Id, Basic with { Interval = BillingInterval.Year, Price = new Money(99_90, Currency.Usd) }), default);

        var premium = await Gateway.ChangeNowAsync(new PlanChange("change:2", basic.Id, Premium), default);

        Assert.Equal((PremiumTerms, null), (premium.Terms, premium.Next));
    }

    [Fact]
    public async Task Plan_that_is_ended_now_is_over_and_stays_so()
    {
        var basic = await SubscribedAsync(await SaraAsync(), Basic);

        Assert.Equal(GatewaySubscriptionState.Ended, (await Gateway.EndNowAsync(basic.Id, default)).State);
        Assert.Equal(GatewaySubscriptionState.Ended, (await Gateway.EndNowAsync(basic.Id, default)).State);
    }
}
