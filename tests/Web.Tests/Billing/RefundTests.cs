using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What went back of the money goes back of the credits, and what a bank asks about is not spent meanwhile.</summary>
public sealed class RefundTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_part_takes_back_its_share_of_the_credits_rounded_up_and_the_rest_takes_the_rest()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();

        await RefundAsync(payment, 100);
        Assert.Equal(500_000 - 100_201, await sara.SpendableAsync());
        Assert.Equal(PaymentState.PartlyRefunded, (await sara.PaymentAsync(payment.OrderId)).State);

        await RefundAsync(payment);
        Assert.Equal(0, await sara.SpendableAsync());
        Assert.Equal(PaymentState.Refunded, (await sara.PaymentAsync(payment.OrderId)).State);
        Assert.Equal(2, await CountLettersAsync(sara, MailKind.PaymentRefunded));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task What_is_spent_already_becomes_debt_which_the_next_purchase_pays()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();
        await app.SettleAsync(sara.AccountId, (await app.HoldAsync(sara.AccountId, 300_000)).Hold!.Id, 300_000);

        await RefundAsync(payment);
        Assert.Equal(new CreditBalance(0, 0, 300_000), await app.BalanceAsync(sara.AccountId));

        await sara.BuyAsync();
        Assert.Equal(200_000, await sara.SpendableAsync());
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData("won", 500_000, PaymentState.Paid)]
    [InlineData("lost", 0, PaymentState.Lost)]
    public async Task Credits_of_a_disputed_payment_are_frozen_until_it_is_decided(string decision, long credits, PaymentState end)
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();

        var dispute = await app.Stripe.Outside.DisputeAsync(payment.GatewayId!);
        await app.SettleAsync();
        Assert.Equal(0, await sara.SpendableAsync());
        Assert.Contains("Disputed", (await sara.Visitor.OpenAsync("/billing")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await sara.Visitor.OpenAsync("/notifications")).QuerySelectorAll(".log b"), b => b.TextContent.Contains("frozen", StringComparison.Ordinal));

        await app.Stripe.Outside.MoveDisputeAsync(dispute, "under_review");
        await app.Stripe.Outside.MoveDisputeAsync(dispute, decision);
        await app.SettleAsync();

        Assert.Equal(credits, await sara.SpendableAsync());
        Assert.Equal(end, (await sara.PaymentAsync(payment.OrderId)).State);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_dispute_that_was_lost_and_is_won_after_all_gives_back_exactly_what_it_took()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();
        await app.SettleAsync(sara.AccountId, (await app.HoldAsync(sara.AccountId, 300_000)).Hold!.Id, 300_000);
        var dispute = await app.Stripe.Outside.DisputeAsync(payment.GatewayId!);

        foreach (var (decision, balance) in new[] { ("lost", new CreditBalance(0, 0, 300_000)), ("won", new CreditBalance(200_000, 0, 0)), ("lost", new CreditBalance(0, 0, 300_000)), ("won", new CreditBalance(200_000, 0, 0)) })
        {
            await app.Stripe.Outside.MoveDisputeAsync(dispute, decision);
            await app.SettleAsync();
            Assert.Equal(balance, await app.BalanceAsync(sara.AccountId));
        }

        Assert.Equal(PaymentState.Paid, (await sara.PaymentAsync(payment.OrderId)).State);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_second_dispute_freezes_again_and_is_thawed_again()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();

        for (var i = 0; i < 2; i++)
        {
            var dispute = await app.Stripe.Outside.DisputeAsync(payment.GatewayId!);
            await app.SettleAsync();
            Assert.Equal(0, await sara.SpendableAsync());
            await app.Stripe.Outside.MoveDisputeAsync(dispute, "won");
            await app.SettleAsync();
            Assert.Equal(500_000, await sara.SpendableAsync());
        }

        Assert.Equal(2, await app.AskAsync(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.CreditsThawed && n.Subject == payment.OrderId.ToString())));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_second_payment_of_one_order_is_given_back_and_credited_never()
    {
        var sara = await Shopper.NewAsync(app);
        var first = await sara.BuyAsync();

        // As if Stripe had forgotten the key of the first opening, and opened another page for the same order.
        var order = await sara.OrderAsync(first.OrderId);
        var second = await app.OpenAnotherAsync(order);

        await app.Stripe.Outside.PayAsync(second);
        await app.SettleAsync();
        await app.TryAgainAsync();

        var excess = await app.AskAsync(db => db.Payments.SingleAsync(p => p.OrderId == order.Id && p.Credits == 0));
        Assert.Equal(excess.AmountMinor, excess.RefundedMinor);
        Assert.Equal(500_000, await sara.SpendableAsync());
        Assert.Contains("Paid twice, given back", (await sara.Visitor.OpenAsync("/billing")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await app.AssertBooksAreWholeAsync();
    }

    private async Task RefundAsync(Payment payment, long? amount = null)
    {
        await app.Stripe.Outside.RefundAsync(payment.GatewayId!, amount);
        await app.SettleAsync();
    }

    private Task<int> CountLettersAsync(Shopper who, MailKind kind) => app.AskAsync(db =>
        db.OutboxMails.CountAsync(m => m.Kind == kind && db.Users.Any(u => u.Email == m.To && db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == u.Id))));
}
