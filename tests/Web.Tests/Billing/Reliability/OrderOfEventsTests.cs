using System.Text.Json.Nodes;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>Paid, refunded in part, the rest refunded, disputed, won: announced in any order, it ends alike.</summary>
public sealed class OrderOfEventsTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static readonly string[] Told = ["checkout.session.completed", "charge.refunded", "charge.refunded", "charge.dispute.created", "charge.dispute.closed"];

    public static TheoryData<bool> Ends => [true, false];

    [Theory, MemberData(nameof(Ends))]
    public async Task Every_order_of_the_announcements_ends_in_the_same_books(bool whole)
    {
        var ends = new HashSet<(CreditBalance, PaymentState, long, long)>();
        var orders = Permutations([0, 1, 2, 3, 4]).ToList();
        foreach (var order in Size.IsFull ? orders : orders.Where((_, i) => i % 10 == 0)) ends.Add(await TellAsync(order, whole));

        Assert.Equal((whole ? new CreditBalance(0, 0, 0) : new CreditBalance(100_200, 0, 0), whole ? PaymentState.Refunded : PaymentState.PartlyRefunded), (Assert.Single(ends).Item1, ends.Single().Item2));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task What_is_told_while_it_happens_ends_as_what_is_told_late()
    {
        app.Stripe.Webhooks.SendTo(app.CreateClient());
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();
        var dispute = await app.Stripe.Outside.DisputeAsync(payment.GatewayId!);
        await app.Stripe.Outside.RefundAsync(payment.GatewayId!, 100);
        await app.Stripe.Outside.MoveDisputeAsync(dispute, "won");
        await app.Stripe.Outside.RefundAsync(payment.GatewayId!);
        await app.SettleAsync();

        Assert.Equal(0, await sara.SpendableAsync());
        Assert.Equal(PaymentState.Refunded, (await sara.PaymentAsync(payment.OrderId)).State);
        await app.AssertBooksAreWholeAsync();
    }

    private async Task<(CreditBalance, PaymentState, long, long)> TellAsync(int[] order, bool whole)
    {
        app.Stripe.Webhooks.Hold();
        var sara = await Shopper.NewAsync(app);
        var bought = await sara.ChooseAsync();
        var before = app.Stripe.Webhooks.All.Count;
        await app.Stripe.Outside.PayAsync(bought.CheckoutId!);
        var intent = (string)app.Stripe.Find(bought.CheckoutId!)!["payment_intent"]!;
        await app.Stripe.Outside.RefundAsync(intent, 100);
        var dispute = await app.Stripe.Outside.DisputeAsync(intent);
        await app.Stripe.Outside.RefundAsync(intent, whole ? null : 299);
        await app.Stripe.Outside.MoveDisputeAsync(dispute, "won");

        var events = Pick(app.Stripe.Webhooks.All.Skip(before).ToList());
        foreach (var at in order)
        {
            await app.Stripe.Webhooks.SendAsync([events[at]], to: app.CreateClient());
            await app.SettleAsync();
            if (at == 0) await app.TryAgainAsync();
        }

        await app.TryAgainAsync();
        var payment = await sara.PaymentAsync(bought.Id);
        return (await app.BalanceAsync(sara.AccountId), payment.State, payment.Clawed, payment.RefundedMinor);
    }

    private static List<JsonObject> Pick(List<JsonObject> events)
    {
        var left = events.ToList();
        return [.. Told.Select(type =>
        {
            var found = left.First(e => (string)e["type"]! == type);
            left.Remove(found);
            return found;
        })];
    }

    private static IEnumerable<int[]> Permutations(int[] of) => of.Length == 1
        ? [of]
        : of.SelectMany(first => Permutations([.. of.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
