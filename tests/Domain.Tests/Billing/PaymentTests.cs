using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class PaymentTests
{
    private static readonly DateTime Noon = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1_003)]
    [InlineData(250, 250_502)]
    [InlineData(498, 498_998)]
    [InlineData(499, 500_000)]
    public void So_much_of_the_credits_goes_back_as_of_the_money_rounded_up(long refunded, long clawed)
    {
        var (payment, now) = Paid(refunded);
        payment.SyncWith(now);

        Assert.Equal(clawed, payment.ToClaw());
    }

    [Fact]
    public void Refunds_and_a_lost_dispute_together_never_take_more_than_there_was()
    {
        var (payment, now) = Paid(400);
        now = now with { Dispute = new GatewayDispute("dp_1", GatewayDisputeState.Lost, new Money(499, Currency.Usd)) };
        payment.SyncWith(now);

        Assert.Equal(500_000, payment.ToClaw());
    }

    [Fact]
    public void Only_the_dispute_that_was_lost_gives_back_and_exactly_what_it_took()
    {
        var (payment, now) = Paid(100);
        long After(string id, GatewayDisputeState state)
        {
            payment.SyncWith(now with { Dispute = new GatewayDispute(id, state, new Money(250, Currency.Usd)) });
            return payment.ToClaw();
        }

        var refunded = After("dp_1", GatewayDisputeState.Open);
        var lost = After("dp_1", GatewayDisputeState.Lost);

        Assert.Equal((100_201, 350_702), (refunded, lost));
        Assert.Equal(lost, After("dp_1", GatewayDisputeState.Lost));
        Assert.Equal(lost, After("dp_2", GatewayDisputeState.Open));
        Assert.Equal(lost, After("dp_2", GatewayDisputeState.Won));
        Assert.Equal(refunded, After("dp_1", GatewayDisputeState.Won));
    }

    [Fact]
    public void An_older_sum_of_refunds_undoes_nothing()
    {
        var (payment, late) = Paid(300);
        Assert.Equal(300, payment.SyncWith(late).Minor);

        Assert.Equal(0, payment.SyncWith(late with { Refunded = new Money(100, Currency.Usd) }).Minor);
        Assert.Equal(300, payment.RefundedMinor);
    }

    [Fact]
    public void Each_dispute_freezes_by_a_key_of_its_own_and_is_thawed_by_it()
    {
        var (payment, now) = Paid(0);

        var keys = new List<string>();
        foreach (var id in new[] { "dp_1", "dp_2", "dp_2" })
        {
            payment.SyncWith(now with { Dispute = new GatewayDispute(id, GatewayDisputeState.Open, now.Amount) });
            Assert.Null(payment.TakeThaw());
            keys.Add(payment.TakeFreeze()!);
            Assert.Null(payment.TakeFreeze());
            payment.SyncWith(now with { Dispute = new GatewayDispute(id, GatewayDisputeState.Won, now.Amount) });
            Assert.Equal(keys[^1], payment.TakeThaw());
        }

        Assert.Equal(3, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_largest_sums_are_exact()
    {
        var order = Order.Place(Guid.NewGuid(), Guid.NewGuid(), Terms(4_000_000_000_000_000_000, new Money(4_000_000_000_000_000_000, Currency.Usd)), Noon);
        var now = Told(order.Total, 3_999_999_999_999_999_999);
        var payment = Payment.Of(order, now);
        payment.SyncWith(now);

        Assert.Equal(3_999_999_999_999_999_999, payment.ToClaw());
    }

    private static (Payment Payment, GatewayPayment Now) Paid(long refunded)
    {
        var order = Order.Place(Guid.NewGuid(), Guid.NewGuid(), Terms(500_000, new Money(499, Currency.Usd)), Noon);
        var now = Told(order.Total, refunded);
        return (Payment.Of(order, now), now);
    }

    private static GatewayPayment Told(Money amount, long refunded) => new("pi_1", GatewayPaymentState.Paid, amount, amount with { Minor = refunded }, Guid.NewGuid(), "cus_1", Noon, IsLive: false);

    private static OrderTerms Terms(long credits, Money price) => new(Guid.NewGuid(), new PackageOffer("credits", credits, []), price, null, null, "en");
}
