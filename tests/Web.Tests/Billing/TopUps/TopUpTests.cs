using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Billing.TopUps;

public sealed class TopUpTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Who_runs_low_is_charged_once_credited_and_written_to()
    {
        var sara = await Saver.AgreedAsync(app);
        Assert.Empty(await sara.TopUpsAsync());

        await sara.RunLowAndRunAsync();
        await sara.RunAsync();

        Assert.Equal(501_000, await sara.Shopper.SpendableAsync());
        Assert.Equal(["succeeded"], sara.Charges());
        Assert.Equal(TopUpState.Paid, Assert.Single(await sara.TopUpsAsync()).State);
        Assert.Equal([MailKind.TopUpCharged], await sara.LettersAsync());
        Assert.Contains("$4.99", (await sara.Shopper.Visitor.OpenAsync("/billing")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task An_answer_that_crosses_the_threshold_brings_it_soon()
    {
        var sara = await Saver.AgreedAsync(app, threshold: "449900");
        var user = await app.AskAsync(db => db.Accounts.Where(a => a.Id == sara.AccountId).Select(a => a.OwnerId!.Value).SingleAsync());

        var call = (await app.OpenAsync(new Person(user, sara.AccountId), wanted: 300)).Call!;
        await app.EndAsync(call, Calls.Reported(96, 214));

        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await sara.Shopper.SpendableAsync() < 900_000) await Task.Delay(20, tooLate.Token);
        Assert.Equal(["succeeded"], sara.Charges());
    }

    [Fact]
    public async Task A_card_that_declines_rests_for_an_hour_and_is_left_alone_after_three_times()
    {
        var sara = await Saver.AgreedAsync(app, CardMood.Declines);
        await sara.RunLowAsync();

        for (var time = 1; time <= 3; time++)
        {
            await sara.RunAsync();
            await sara.RunAsync();
            var agreed = await sara.AgreedAsync();
            Assert.Equal((time, time < 3), (agreed.Declines, agreed.IsOn));
            if (agreed.IsOn) Assert.InRange(agreed.PausedUntil!.Value, DateTime.UtcNow.AddMinutes(58), DateTime.UtcNow.AddMinutes(61));
            await sara.WaitAsync();
        }

        await sara.RunAsync();
        Assert.Equal(["canceled", "canceled", "canceled"], sara.Charges());
        Assert.Equal([MailKind.TopUpDeclined, MailKind.TopUpDeclined, MailKind.TopUpOff], await sara.LettersAsync());
        Assert.Contains("declined three times", (await sara.Shopper.Visitor.OpenAsync("/billing/top-up")).QuerySelector(".alert-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1_000, await sara.Shopper.SpendableAsync());
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_card_that_wants_its_owner_is_paid_by_them_on_the_gateways_page_once()
    {
        var sara = await Saver.AgreedAsync(app, CardMood.WantsOwner);
        await sara.RunLowAndRunAsync();
        await sara.RunAsync();
        var topUp = Assert.Single(await sara.TopUpsAsync());
        Assert.Equal((TopUpState.NeedsOwner, "canceled"), (topUp.State, Assert.Single(sara.Charges())));
        Assert.Equal([MailKind.TopUpNeedsYou], await sara.LettersAsync());

        var path = await app.AskAsync(db => db.Notices.Where(n => n.Kind == NoticeKind.TopUpNeedsYou && n.Subject == topUp.OrderId.ToString()).Select(n => $"/billing/top-up/{n.Subject}").SingleAsync());
        using var on = await sara.Shopper.Visitor.SubmitAsync(path, path);
        var order = await sara.Shopper.OrderAsync(topUp.OrderId);
        Assert.Equal($"{app.Stripe.Address}/c/pay/{order.CheckoutId}", on.Headers.Location!.ToString());
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await app.SettleAsync();

        Assert.Equal(501_000, await sara.Shopper.SpendableAsync());
        Assert.Equal(TopUpState.Paid, Assert.Single(await sara.TopUpsAsync()).State);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Who_lets_the_time_pass_is_charged_nothing_and_it_counts_as_a_decline()
    {
        var sara = await Saver.AgreedAsync(app, CardMood.WantsOwner);
        await sara.RunLowAndRunAsync();

        await app.Stripe.Outside.ExpireAsync((await sara.Shopper.OrderAsync(Assert.Single(await sara.TopUpsAsync()).OrderId)).CheckoutId!);
        await app.SettleAsync();

        Assert.Equal(TopUpState.Expired, Assert.Single(await sara.TopUpsAsync()).State);
        Assert.Equal(1, (await sara.AgreedAsync()).Declines);
        Assert.Equal([MailKind.TopUpNeedsYou], await sara.LettersAsync());
    }

    [Fact]
    public async Task The_cap_of_the_month_and_three_within_an_hour_stop_it_for_a_while()
    {
        var (sara, omar) = (await Saver.AgreedAsync(app, cap: "9.98"), await Saver.AgreedAsync(app));
        for (var time = 0; time < 4; time++)
        {
            await sara.RunLowAndRunAsync();
            await omar.RunLowAndRunAsync();
        }

        Assert.Equal((2, TopUpPause.Cap), ((await sara.TopUpsAsync()).Count, (await sara.AgreedAsync()).Pause));
        Assert.Equal((3, TopUpPause.Burst), ((await omar.TopUpsAsync()).Count, (await omar.AgreedAsync()).Pause));
        Assert.Equal(1, (await sara.AgreedAsync()).PausedUntil!.Value.Day);
        Assert.Contains("limit of this month", (await sara.Shopper.Visitor.OpenAsync("/billing/top-up")).QuerySelector(".alert-warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_gone_and_a_price_that_was_not_agreed_to_switch_it_off()
    {
        var (sara, omar) = (await Saver.AgreedAsync(app), await Saver.AgreedAsync(app));
        using var removed = await sara.Shopper.Visitor.SubmitAsync("/billing/cards", "/billing/cards?handler=Remove");
        await app.AskAsync(db => db.AutoTopUps.Where(t => t.AccountId == omar.AccountId).ExecuteUpdateAsync(t => t.SetProperty(x => x.PriceMinor, 4_00)));

        await sara.RunLowAndRunAsync();
        await omar.RunLowAndRunAsync();

        Assert.Equal((TopUpOff.Card, TopUpOff.Price), ((await sara.AgreedAsync()).Off!.Value, (await omar.AgreedAsync()).Off!.Value));
        Assert.Equal([MailKind.TopUpOff], await sara.LettersAsync());
        Assert.Equal([MailKind.TopUpOff], await omar.LettersAsync());
        Assert.Empty(omar.Charges());
    }

    [Fact]
    public async Task Who_is_suspended_or_has_switched_it_off_is_not_charged()
    {
        var (sara, omar) = (await Saver.AgreedAsync(app), await Saver.AgreedAsync(app));
        using var off = await omar.Shopper.Visitor.SubmitAsync("/billing/top-up", "/billing/top-up?handler=Off");
        await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == sara.AccountId && a.OwnerId == u.Id)).ExecuteUpdateAsync(u => u.SetProperty(x => x.SuspendedAt, DateTime.UtcNow)));

        await sara.RunLowAndRunAsync();
        await omar.RunLowAndRunAsync();

        Assert.Empty(sara.Charges());
        Assert.Empty(omar.Charges());
    }

    [Fact]
    public async Task Sixteen_at_once_on_two_nodes_charge_once_and_the_sweep_finds_who_is_low()
    {
        var (sara, omar) = (await Saver.AgreedAsync(app), await Saver.AgreedAsync(app));
        await sara.RunLowAsync();
        await omar.RunLowAsync();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Record.ExceptionAsync(sara.TryAsync)));
        await app.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<SweepTopUpsJob>(services).RunAsync(default, default);
            return true;
        });
        await app.SettleAsync();
        await sara.RunAsync();

        Assert.Equal(["succeeded"], sara.Charges());
        Assert.Equal(["succeeded"], omar.Charges());
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Somebody_elses_top_up_is_not_there()
    {
        var (sara, omar) = (await Saver.AgreedAsync(app, CardMood.WantsOwner), await Shopper.NewAsync(app));
        await sara.RunLowAndRunAsync();
        var id = Assert.Single(await sara.TopUpsAsync()).OrderId;

        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/billing/top-up/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/billing/top-up/{(await omar.ChooseAsync()).Id}"));
    }
}
