using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What support sees of payments, and what admins do about them.</summary>
public sealed class AdminPaymentsTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Support_finds_a_payment_by_its_state_its_currency_its_owner_and_its_ids()
    {
        var (sara, omar) = (await Shopper.NewAsync(app, "finds"), await Shopper.NewAsync(app, "finds-too", "ar"));
        var (mine, other) = (await sara.BuyAsync(), await omar.BuyAsync());
        await app.Stripe.Outside.RefundAsync(other.GatewayId!);
        await app.SettleAsync();
        var email = await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == sara.AccountId && a.OwnerId == u.Id)).Select(u => u.Email!).SingleAsync());
        var nadia = await app.SignedInAsync($"nadia-{Guid.NewGuid():N}", Roles.Support);

        foreach (var (query, found) in new[]
        {
            ($"q={email}&state=Paid", true), ($"q={email}&state=Refunded", false), ($"q={email}&currency=USD", true), ($"q={email}&currency=SAR", false),
            ($"q={mine.Id}", true), ($"q={mine.GatewayId}", true), ($"q={sara.AccountId}", true), ($"q={other.GatewayId}", false), ("q=%25", false), ("state=Disputed", false),
        })
        {
            var rows = (await nadia.OpenAsync($"/admin/payments?{query}")).QuerySelectorAll($"a[href='/admin/payments/{mine.Id}']");
            Assert.Equal((query, found), (query, rows.Length == 1));
        }
    }

    [Fact]
    public async Task Pages_of_payments_follow_each_other_without_a_gap()
    {
        for (var i = 0; i < 3; i++) await (await Shopper.NewAsync(app)).BuyAsync();
        var all = await app.AskAsync(async db =>
        {
            var (found, search, last) = (new List<Guid>(), new PaymentSearch(null, null, null), (Payment?)null);
            while (await search.In(db, last).Take(2).ToListAsync() is { Count: > 0 } page)
            {
                found.AddRange(page.Select(p => p.Id));
                last = page[^1];
            }

            return (found, await db.Payments.CountAsync());
        });

        Assert.Equal(all.Item2, all.found.Distinct().Count());
        Assert.Equal(all.Item2, all.found.Count);
    }

    [Fact]
    public async Task A_payments_page_tells_everything_that_became_of_it()
    {
        var payment = await (await Shopper.NewAsync(app)).BuyAsync();
        var dispute = await app.Stripe.Outside.DisputeAsync(payment.GatewayId!);
        await app.SettleAsync();
        await app.Stripe.Outside.MoveDisputeAsync(dispute, "lost");
        await app.SettleAsync();
        var nadia = await app.SignedInAsync($"nadia-{Guid.NewGuid():N}", Roles.Support);

        var page = await nadia.OpenAsync($"/admin/payments/{payment.Id}");

        var story = page.QuerySelector(".log")!.TextContent;
        Assert.All(["Ordered", "$4.99", "checkout.session.completed", "charge.dispute.closed", "+500,000", "-500,000", "Taken back"], part => Assert.Contains(part, story, StringComparison.Ordinal));
        Assert.All([payment.GatewayId!, "Decided against us", "Taken back by the bank"], part => Assert.Contains(part, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("a[href^='/admin/refunds']"));
        Assert.Equal(HttpStatusCode.NotFound, await nadia.StatusAsync($"/admin/payments/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.Forbidden, await nadia.StatusAsync($"/admin/refunds/{payment.Id}"));
    }

    [Fact]
    public async Task An_admin_gives_a_part_and_the_rest_back_once_with_a_reason_in_the_log()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var path = $"/admin/refunds/{payment.Id}";
        var form = await layla.OpenAsync(path);

        for (var twice = 0; twice < 2; twice++)
        {
            using var part = await layla.SubmitAsync(form, path, path, ("Input.Amount", "1.00"), ("Input.Reason", "She asked for it."));
            Assert.Equal($"/admin/payments/{payment.Id}", part.Headers.Location!.ToString());
        }

        using var tooMuch = await layla.SubmitAsync(path, path, ("Input.Amount", "4.00"), ("Input.Reason", "Too much."));
        Assert.Equal(HttpStatusCode.OK, tooMuch.StatusCode);
        await app.SettleAsync();
        Assert.Equal(500_000 - 100_201, await sara.SpendableAsync());

        using var rest = await layla.SubmitAsync(path, path, ("Input.Amount", "٣٫٩٩"), ("Input.Reason", "And the rest."));
        await app.SettleAsync();
        Assert.Equal((0, PaymentState.Refunded), (await sara.SpendableAsync(), (await sara.PaymentAsync(payment.OrderId)).State));
        var log = await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == payment.Id.ToString()).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal([("0 USD", "1 USD"), ("1 USD", "4.99 USD")], log.Select(e => (e.Before!, e.After!)));
        Assert.Equal("She asked for it.", await app.AskAsync(db => db.AuditNotes.Where(n => n.Seq == log[0].Seq).Select(n => n.Reason).SingleAsync()));
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.001")]
    [InlineData("1,5")]
    [InlineData("many")]
    [InlineData("99999999999999999999999999")]
    public async Task A_sum_that_is_none_is_refused(string amount)
    {
        var payment = await (await Shopper.NewAsync(app)).BuyAsync();
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var path = $"/admin/refunds/{payment.Id}";

        using var refused = await layla.SubmitAsync(path, path, ("Input.Amount", amount), ("Input.Reason", "Why not."));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.Refunds.AnyAsync(r => r.PaymentId == payment.Id)));
    }

    [Theory]
    [InlineData(Fault.Broken)]
    [InlineData(Fault.ResetAfterWork)]
    [InlineData(Fault.BrokenAfterWork)]
    public async Task A_refund_of_which_no_answer_is_heard_is_done_once_when_it_is_looked_for(Fault fault)
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var path = $"/admin/refunds/{payment.Id}";
        app.Stripe.Faults.Next(fault, times: 100, "POST /v1/refunds");
        using var asked = await layla.SubmitAsync(path, path, ("Input.Amount", "1"), ("Input.Reason", "She asked for it."));
        app.Stripe.Faults.Clear();
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);

        await app.AskAsync(db => db.Refunds.ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedAt, DateTime.UtcNow.AddHours(-1))));
        for (var twice = 0; twice < 2; twice++) await FinishAsync();
        await app.SettleAsync();

        Assert.Equal((100, 500_000 - 100_201L), ((await sara.PaymentAsync(payment.OrderId)).RefundedMinor, await sara.SpendableAsync()));
        Assert.Equal(RefundState.Done, await app.AskAsync(db => db.Refunds.Where(r => r.PaymentId == payment.Id).Select(r => r.State).SingleAsync()));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task An_announcement_that_was_refused_is_acted_on_again_when_ops_replay_it()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.AskAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.PriceMinor, 9_99)));
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await app.SettleAsync();
        var said = await app.AskAsync(db => db.PaymentEvents.AsNoTracking().SingleAsync(e => e.ObjectId == order.CheckoutId && e.State == PaymentEventState.Refused));
        var omar = await app.SignedInAsync($"omar-{Guid.NewGuid():N}", Roles.Ops);
        var inbox = $"/admin/webhooks?state=Refused&q={order.CheckoutId}";
        Assert.Contains("does not agree with the order", (await omar.OpenAsync(inbox)).QuerySelector(".log-reason")!.TextContent, StringComparison.Ordinal);

        // What was wrong is put right, and the same announcement is enough.
        await app.AskAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.PriceMinor, 4_99)));
        using var replayed = await omar.SubmitAsync(inbox, inbox, ("eventId", said.Id));
        await app.SettleAsync();

        Assert.Equal(HttpStatusCode.Redirect, replayed.StatusCode);
        Assert.Equal(500_000, await sara.SpendableAsync());
        Assert.Equal(PaymentEventState.Applied, await app.AskAsync(db => db.PaymentEvents.Where(e => e.Id == said.Id).Select(e => e.State).SingleAsync()));
        Assert.True(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.WebhookReplayed && e.SubjectId == said.Id && e.Before == "Refused")));

        var all = $"/admin/webhooks?q={order.CheckoutId}";
        using var again = await omar.SubmitAsync(all, all, ("eventId", said.Id));
        await app.SettleAsync();
        Assert.Equal(500_000, await sara.SpendableAsync());
        using var unknown = await omar.SubmitAsync(all, all, ("eventId", "evt_unknown"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await app.AssertBooksAreWholeAsync();
    }

    private Task<bool> FinishAsync() => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<Reconciliation>().FinishRefundsAsync(default);
        return true;
    });
}
