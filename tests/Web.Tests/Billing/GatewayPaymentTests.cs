using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

public abstract class GatewayPaymentTests : GatewayFacts
{
    [Theory]
    [InlineData(CardMood.Works, GatewayPaymentState.Paid, null)]
    [InlineData(CardMood.Declines, GatewayPaymentState.Declined, "generic_decline")]
    [InlineData(CardMood.HasNoMoney, GatewayPaymentState.Declined, "insufficient_funds")]
    [InlineData(CardMood.WantsOwner, GatewayPaymentState.NeedsOwner, "authentication_required")]
    public async Task Saved_card_is_charged_while_its_owner_is_away(CardMood mood, GatewayPaymentState state, string? decline)
    {
        var sara = await SaraAsync();
        var charge = await ChargeOfAsync(sara, mood);

        var payment = await Gateway.ChargeAsync(charge, default);

        Assert.Equal((state, decline), (payment.State, payment.Decline));
        Assert.Equal((charge.OrderId, sara, Package.Price), (payment.OrderId, payment.CustomerId, payment.Amount));
        Assert.Equal("card", payment.Method);
    }

    [Theory]
    [InlineData(CardMood.Works)]
    [InlineData(CardMood.Declines)]
    public async Task Charge_that_is_asked_for_again_is_the_same_one(CardMood mood)
    {
        var charge = await ChargeOfAsync(await SaraAsync(), mood);

        var first = await Gateway.ChargeAsync(charge, default);
        await Till.ChangeCardAsync(charge.CardId, CardMood.Works);

        Assert.Equal(first with { At = default }, await Gateway.ChargeAsync(charge, default) with { At = default });
    }

    [Fact]
    public async Task Card_of_somebody_else_is_not_charged()
    {
        var charge = await ChargeOfAsync(await SaraAsync(), CardMood.Works);

        var fault = (await Assert.ThrowsAsync<PaymentGatewayException>(async () => await Gateway.ChargeAsync(charge with { Key = "other", CustomerId = await SaraAsync() }, default))).Fault;

        Assert.True(fault is GatewayFault.NotFound or GatewayFault.Refused);
    }

    [Fact]
    public async Task Payment_that_waits_for_its_owner_can_be_cancelled_and_one_that_is_paid_stays_paid()
    {
        var sara = await SaraAsync();
        var waits = await Gateway.ChargeAsync(await ChargeOfAsync(sara, CardMood.WantsOwner), default);
        var paid = await PaidAsync(sara);

        Assert.Equal(GatewayPaymentState.Cancelled, (await Gateway.CancelPaymentAsync(waits.Id, default)).State);
        Assert.Equal(GatewayPaymentState.Cancelled, (await Gateway.CancelPaymentAsync(waits.Id, default)).State);
        Assert.Equal(GatewayPaymentState.Paid, (await Gateway.CancelPaymentAsync(paid.Id, default)).State);
    }

    [Fact]
    public async Task Money_goes_back_in_parts_and_each_part_once()
    {
        var paid = await PaidAsync(await SaraAsync());
        var part = new RefundOrder("refund:1", paid.Id, new Money(2_00, Currency.Usd));

        Assert.Equal(2_00, (await Gateway.RefundAsync(part, default)).Refunded.Minor);
        Assert.Equal(2_00, (await Gateway.RefundAsync(part, default)).Refunded.Minor);
        Assert.Equal(4_99, (await Gateway.RefundAsync(part with { Key = "refund:2", Amount = new Money(2_99, Currency.Usd) }, default)).Refunded.Minor);
        Assert.Equal(GatewayPaymentState.Paid, (await Gateway.PaymentAsync(paid.Id, default)).State);
    }

    [Fact]
    public async Task More_than_was_paid_never_goes_back()
    {
        var paid = await PaidAsync(await SaraAsync());
        await Gateway.RefundAsync(new RefundOrder("refund:1", paid.Id, new Money(4_00, Currency.Usd)), default);

        await RefusedAsync(GatewayFault.Refused, () => Gateway.RefundAsync(new RefundOrder("refund:2", paid.Id, new Money(1_00, Currency.Usd)), default));

        Assert.Equal(4_00, (await Gateway.PaymentAsync(paid.Id, default)).Refunded.Minor);
    }

    [Theory]
    [InlineData(true, GatewayDisputeState.Won)]
    [InlineData(false, GatewayDisputeState.Lost)]
    public async Task Dispute_is_told_until_it_is_decided(bool won, GatewayDisputeState decided)
    {
        var paid = await PaidAsync(await SaraAsync());
        Assert.Null(paid.Dispute);

        await Till.DisputeAsync(paid.Id);
        var open = (await Gateway.PaymentAsync(paid.Id, default)).Dispute!;
        await Till.DecideAsync(paid.Id, won);

        Assert.Equal((GatewayDisputeState.Open, Package.Price), (open.State, open.Amount));
        Assert.Equal(open with { State = decided }, (await Gateway.PaymentAsync(paid.Id, default)).Dispute);
    }

    [Fact]
    public async Task What_happened_is_listed_the_oldest_first_and_by_what_can_be_asked()
    {
        var since = DateTime.UtcNow.AddMinutes(-1);
        var checkout = await OpenAsync(Order(await SaraAsync()) with { Line = Package });
        await Till.PayAsync(checkout);
        var paid = (await NowAsync(checkout)).PaymentId!;
        await Gateway.RefundAsync(new RefundOrder("refund:1", paid, Package.Price), default);
        await Till.DisputeAsync(paid);

        var told = new List<(string, string)>();
        await foreach (var said in Gateway.EventsAsync(since, default)) told.Add((said.Type, said.ObjectId));

        Assert.Equal([("payment_intent.succeeded", paid), ("checkout.session.completed", checkout.Id), ("charge.refunded", paid), ("charge.dispute.created", paid)], told);
    }

    [Fact]
    public async Task What_happened_before_is_not_listed()
    {
        await PaidAsync(await SaraAsync());

        await foreach (var said in Gateway.EventsAsync(DateTime.UtcNow.AddMinutes(5), default)) Assert.Fail(said.Type);
    }

    private async Task<CardCharge> ChargeOfAsync(string customer, CardMood mood) =>
        new($"charge:{Guid.NewGuid():N}", Ids.NewId(), customer, await Till.SaveCardAsync(customer, mood), Package);
}
