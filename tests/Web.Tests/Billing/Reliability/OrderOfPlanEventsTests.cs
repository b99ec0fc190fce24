using System.Text.Json.Nodes;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>A plan begins, its card refuses the next period, that is paid after all, and the plan is ended: told of in any order, as often as one likes.</summary>
public sealed class OrderOfPlanEventsTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Told = ["customer.subscription.created", "invoice.paid", "invoice.payment_failed", "invoice.paid", "customer.subscription.deleted"];

    private readonly PlanShop _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.Stripe.Webhooks.Hold();
    }

    [Fact]
    public async Task Every_order_of_the_announcements_ends_in_the_same_books()
    {
        var lives = Permutations([0, 1, 2, 3, 4]).Where((_, i) => Size.IsFull || i % 10 == 0).ToList();
        var people = new List<(Subscriber Who, List<JsonObject> Events)>();
        foreach (var _ in lives) people.Add(await LiveAsync());

        // Everybody's periods are over by then, whenever they lived.
        await _app.PassAsync(TimeSpan.FromDays(62));
        var ends = new HashSet<(CreditBalance, string, SubscriptionState, int)>();
        foreach (var ((who, events), order) in people.Zip(lives)) ends.Add(await TellAsync(who, events, order));

        var end = Assert.Single(ends);
        Assert.Equal(("free", SubscriptionState.Ended, 2), (end.Item2, end.Item3, end.Item4));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Copies_from_many_doors_at_once_grant_each_period_once()
    {
        var people = new List<(Subscriber Who, List<JsonObject> Events)>();
        for (var i = 0; i < 4; i++) people.Add(await LiveAsync());

        var copies = people.SelectMany(p => p.Events).SelectMany(e => Enumerable.Repeat(e, 4)).ToList();
        await _app.Stripe.Webhooks.SendAsync(copies.OrderBy(_ => Random.Shared.Next()), parallel: 8, to: _app.CreateClient());
        await Task.WhenAll(_app.ReconcileAsync(), _app.SettleAsync());
        await _app.TryAgainAsync();

        foreach (var (who, _) in people) Assert.Equal((2, "free"), ((await who.GrantsAsync()).Count, await who.PlanAsync()));
        await _app.AssertBooksAreWholeAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    private async Task<(Subscriber Who, List<JsonObject> Events)> LiveAsync()
    {
        var before = _app.Stripe.Webhooks.All.Count;
        var sara = await Subscriber.NewAsync(_app);
        var chosen = await sara.ChooseAsync();
        await _app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
        var subscription = (string)_app.Stripe.Find(chosen.CheckoutId!)!["subscription"]!;
        sara.ChangeCard(CardMood.Declines);
        await _app.Stripe.Outside.AdvanceAsync(TimeSpan.FromDays(31));
        _app.Clock.Turn(TimeSpan.FromDays(31));
        await _app.Stripe.Outside.PayInvoiceAsync((string)_app.Stripe.Find(subscription)!["latest_invoice"]!);
        await _app.Stripe.Outside.EndSubscriptionAsync(subscription);
        return (sara, Pick(_app.Stripe.Webhooks.All.Skip(before).Where(e => Of(e, subscription)).ToList()));
    }

    private async Task<(CreditBalance, string, SubscriptionState, int)> TellAsync(Subscriber who, List<JsonObject> events, int[] order)
    {
        foreach (var at in order)
        {
            await _app.Stripe.Webhooks.SendAsync([events[at], events[at]], to: _app.CreateClient());
            await _app.SettleAsync();
        }

        await _app.TryAgainAsync();
        var now = await who.NewestAsync();
        await _app.PostDueAsync(who.AccountId);
        return (await _app.BalanceAsync(who.AccountId), await who.PlanAsync(), now.State, (await who.GrantsAsync()).Count);
    }

    private static bool Of(JsonObject said, string subscription) => said.ToJsonString().Contains(subscription, StringComparison.Ordinal);

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
