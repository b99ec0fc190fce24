using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>A plan from month to month: it renews, grows, shrinks, falls due and ends.</summary>
public sealed class PlanLifeTests : IAsyncLifetime, IDisposable
{
    private readonly PlanShop _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    [Fact]
    public async Task Each_period_that_is_paid_gives_its_credits_once_and_the_free_months_stand_still_meanwhile()
    {
        var sara = await Subscriber.NewAsync(_app);
        var begun = await sara.SubscribeAsync();

        for (var month = 1; month <= 3; month++) await _app.PassUntilAsync((await sara.NewestAsync()).PaidUntil!.Value);
        await _app.PostDueAsync(sara.AccountId);

        var (grants, living) = (await sara.GrantsAsync(), await sara.NewestAsync());
        Assert.Equal(4, grants.Count);
        Assert.Equal(begun.PaidUntil, grants[0].ExpiresAt);
        Assert.Equal(living.PaidUntil, grants[^1].ExpiresAt);
        Assert.Equal(Subscriber.BasicCredits, await sara.SpendableAsync());
        Assert.Equal(1, await FreeMonthsAsync(sara));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_plan_that_is_cancelled_runs_to_its_end_and_the_free_one_comes_back()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();

        var ending = await sara.PressAsync("/billing/plan/ending", "/billing/plan/ending");
        Assert.Equal((true, SubscriptionState.Active), (ending.EndsWithPeriod, ending.State));
        Assert.Equal(Subscriber.FreeCredits + Subscriber.BasicCredits, await sara.SpendableAsync());

        await _app.PassUntilAsync(ending.PaidUntil!.Value);
        await _app.PostDueAsync(sara.AccountId);

        Assert.Equal((SubscriptionState.Ended, "free"), ((await sara.NewestAsync()).State, await sara.PlanAsync()));
        Assert.Equal(Subscriber.FreeCredits, await sara.SpendableAsync());
        Assert.Equal(2, await FreeMonthsAsync(sara));
        Assert.Equal(1, await LettersAsync(MailKind.PlanChanged));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Who_takes_the_cancellation_back_goes_on()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();
        await sara.PressAsync("/billing/plan/ending", "/billing/plan/ending");

        var kept = await sara.PressAsync("/billing/plan", "/billing/plan");
        await _app.PassUntilAsync(kept.PaidUntil!.Value);

        Assert.Equal(SubscriptionState.Active, (await sara.NewestAsync()).State);
        Assert.Equal(2, (await sara.GrantsAsync()).Count);
    }

    [Fact]
    public async Task An_upgrade_costs_what_was_shown_and_gives_its_whole_allowance_at_once_while_the_rest_of_the_old_one_stays()
    {
        var sara = await Subscriber.NewAsync(_app);
        var basic = await sara.SubscribeAsync();
        await _app.PassAsync(TimeSpan.FromDays(10));
        await sara.ReturnAsync();
        var preview = await sara.PreviewAsync("premium");

        var premium = await sara.ChangeAsync("premium");

        var charged = (await sara.InvoicesAsync()).MaxBy(i => i.From)!;
        var due = long.Parse(preview["due"], CultureInfo.InvariantCulture);
        Assert.InRange(charged.TotalMinor, due - 1, due);
        Assert.InRange(due, 29_99 - 9_99 + 1, 29_98);
        Assert.True(premium.PaidUntil > basic.PaidUntil);
        Assert.Equal([(Subscriber.BasicCredits, basic.PaidUntil), (Subscriber.PremiumCredits, premium.PaidUntil)], (await sara.GrantsAsync()).Select(g => (g.Amount, g.ExpiresAt)));
        Assert.Equal("premium", await sara.PlanAsync());
        Assert.Equal(1, await LettersAsync(MailKind.PlanChanged));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Two_windows_that_upgrade_at_once_pay_for_one_new_period()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();
        var forms = new[] { await sara.PreviewAsync("premium"), await sara.PreviewAsync("premium"), await sara.PreviewAsync("premium") };

        await Task.WhenAll(forms.Select(f => sara.SendAsync(f, "/billing/plan/change")));
        await _app.SettleAsync();
        using var late = await sara.SendAsync(forms[0], "/billing/plan/change");

        Assert.Equal(2, _app.Stripe.All("invoice").Count);
        Assert.Equal([Subscriber.BasicCredits, Subscriber.PremiumCredits], (await sara.GrantsAsync()).Select(g => g.Amount));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task An_upgrade_whose_card_refuses_changes_nothing_until_its_invoice_is_paid()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();
        sara.ChangeCard(CardMood.Declines);

        var waits = await sara.ChangeAsync("premium");

        Assert.Equal(("basic", "premium", SubscriptionState.Active), (waits.PlanKey, waits.Pending?.PlanKey, waits.State));
        Assert.Single(await sara.GrantsAsync());
        Assert.Contains("waiting for its payment", (await sara.Visitor.OpenAsync("/billing/plan")).Body!.TextContent, StringComparison.Ordinal);

        await _app.Stripe.Outside.PayInvoiceAsync(waits.LatestInvoiceId!);
        await _app.SettleAsync();
        Assert.Equal(("premium", 2), (await sara.PlanAsync(), (await sara.GrantsAsync()).Count));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_smaller_plan_begins_when_the_period_is_over_and_charges_nothing_before()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync("premium");

        var planned = await sara.ChangeAsync("basic");
        Assert.Equal(("premium", "basic"), (planned.PlanKey, planned.Next?.PlanKey));
        Assert.Single(_app.Stripe.All("invoice"));

        await _app.PassUntilAsync(planned.PaidUntil!.Value);

        Assert.Equal("basic", await sara.PlanAsync());
        Assert.Equal([Subscriber.PremiumCredits, Subscriber.BasicCredits], (await sara.GrantsAsync()).Select(g => g.Amount));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_year_that_is_paid_for_is_not_given_up_for_months_in_between()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync("basic", "year");

        Assert.Equal("0", (await sara.PreviewAsync("premium"))["due"]);
        Assert.NotEqual("0", (await sara.PreviewAsync("premium", "year"))["due"]);
    }

    [Fact]
    public async Task What_is_left_of_a_plan_that_falls_due_is_frozen_and_comes_back_to_the_last_credit_when_it_is_paid()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();
        await _app.SettleAsync(sara.AccountId, (await _app.HoldAsync(sara.AccountId, 300_000)).Hold!.Id, 300_000);
        var before = await sara.SpendableAsync();

        // Stripe's clock is ahead of ours, so that the old period's credits are not over yet.
        _app.Stripe.Webhooks.Hold();
        sara.ChangeCard(CardMood.Declines);
        await _app.Stripe.Outside.AdvanceAsync(TimeSpan.FromDays(32));
        var due = await SyncAsync(sara);

        // Which of the two grants was spent first hangs on a part of a second: what was free stays free.
        var free = await _app.AskAsync(db => db.CreditGrants.Where(g => g.AccountId == sara.AccountId && !g.SourceKey.StartsWith("invoice:")).SumAsync(g => g.Remaining));
        Assert.Equal((SubscriptionState.PastDue, free), (due.State, await sara.SpendableAsync()));
        Assert.True(free < before);
        Assert.Contains("An invoice is not paid", (await sara.Visitor.OpenAsync("/billing/plan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, "basic"), (await LettersAsync(MailKind.PlanPaymentFailed), await sara.PlanAsync()));
        await _app.AssertBooksAreWholeAsync();

        await _app.Stripe.Outside.PayInvoiceAsync(due.LatestInvoiceId!);
        Assert.Equal(SubscriptionState.Active, (await SyncAsync(sara)).State);
        Assert.Equal(before + Subscriber.BasicCredits, await sara.SpendableAsync());
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_plan_that_is_never_paid_ends_and_leaves_the_free_one()
    {
        var sara = await Subscriber.NewAsync(_app);
        var begun = await sara.SubscribeAsync();
        sara.ChangeCard(CardMood.Declines);

        await _app.PassUntilAsync(begun.PaidUntil!.Value);
        for (var week = 0; week < 8 && !(await sara.NewestAsync()).IsOver; week++) await _app.PassAsync(TimeSpan.FromDays(7));
        await _app.PostDueAsync(sara.AccountId);

        Assert.Equal((SubscriptionState.Ended, "free", Subscriber.FreeCredits), ((await sara.NewestAsync()).State, await sara.PlanAsync(), await sara.SpendableAsync()));
        Assert.Single(await sara.GrantsAsync());
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_plan_of_the_last_of_january_lives_to_the_days_that_its_invoices_name()
    {
        _app.Clock.Turn(new DateTime(2027, 1, 31, 10, 0, 0, DateTimeKind.Utc) - _app.Now);
        await _app.Stripe.Outside.AdvanceAsync(_app.Now - _app.Stripe.Now);
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();

        for (var month = 1; month <= 2; month++) await _app.PassUntilAsync((await sara.NewestAsync()).PaidUntil!.Value);

        var (grants, invoices) = (await sara.GrantsAsync(), await sara.InvoicesAsync());
        Assert.Equal([28, 28], grants.Take(2).Select(g => g.ExpiresAt!.Value.Day));
        Assert.Equal(invoices.Select(i => (DateTime?)i.Until), grants.Select(g => g.ExpiresAt));
        Assert.Equal(invoices.Skip(1).Select(i => i.From), invoices.SkipLast(1).Select(i => i.Until));
    }

    [Fact]
    public async Task What_is_refunded_or_disputed_of_an_invoice_leaves_its_credits()
    {
        var sara = await Subscriber.NewAsync(_app);
        await sara.SubscribeAsync();
        var payment = Assert.Single(await sara.InvoicesAsync()).PaymentId!;

        var dispute = await _app.Stripe.Outside.DisputeAsync(payment);
        await _app.SettleAsync();
        Assert.Equal(Subscriber.FreeCredits, await sara.SpendableAsync());
        await _app.Stripe.Outside.MoveDisputeAsync(dispute, "won");
        await _app.SettleAsync();
        Assert.Equal(Subscriber.FreeCredits + Subscriber.BasicCredits, await sara.SpendableAsync());
        await _app.Stripe.Outside.RefundAsync(payment);
        await _app.SettleAsync();

        Assert.Equal(Subscriber.FreeCredits, await sara.SpendableAsync());
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_plan_that_is_ended_at_the_gateway_is_over_here_and_another_can_be_bought()
    {
        var sara = await Subscriber.NewAsync(_app);
        var begun = await sara.SubscribeAsync();
        await _app.Stripe.Outside.EndSubscriptionAsync(begun.GatewayId!);
        await _app.SettleAsync();

        Assert.Equal(("free", SubscriptionState.Ended), (await sara.PlanAsync(), (await sara.NewestAsync()).State));
        Assert.Equal("premium", (await sara.SubscribeAsync("premium")).PlanKey);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    private async Task<Subscription> SyncAsync(Subscriber who)
    {
        var id = (await who.NewestAsync()).Id;
        await _app.InScopeAsync(services => services.GetRequiredService<PlanSync>().WholeAsync(id, default));
        return await who.NewestAsync();
    }

    private Task<int> FreeMonthsAsync(Subscriber who) =>
        _app.AskAsync(db => db.CreditGrants.CountAsync(g => g.AccountId == who.AccountId && g.Source == GrantSource.Plan && !g.SourceKey.StartsWith("invoice:")));

    private Task<int> LettersAsync(MailKind kind) => _app.AskAsync(db => db.OutboxMails.CountAsync(m => m.Kind == kind));
}
