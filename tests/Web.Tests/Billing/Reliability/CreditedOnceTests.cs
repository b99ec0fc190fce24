using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;
using Xunit.Abstractions;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>However often, in whatever order and by however many doors it is said that a payment came, it is credited once.</summary>
public sealed class CreditedOnceTests(ShopApp app, ITestOutputHelper output) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Copies_of_every_announcement_shuffled_and_64_at_once_to_two_nodes_credit_each_payment_once()
    {
        var (payments, seed) = (Size.Of(20, 2_000), Size.Seed());
        var random = new Random(seed);
        app.Stripe.Webhooks.Hold();
        var shoppers = await PaidAsync(payments);
        var events = app.Stripe.Webhooks.All.Where(e => (string)e["type"]! is "checkout.session.completed").ToList();
        var copies = events.SelectMany(e => Enumerable.Repeat(e, random.Next(1, 10))).OrderBy(_ => random.Next()).ToList();
        output.WriteLine($"seed {seed}: {events.Count} events, {copies.Count} deliveries");
        await using var other = app.Node();
        var halves = copies.Chunk((copies.Count + 1) / 2).ToList();

        var told = (await Task.WhenAll(
            app.Stripe.Webhooks.SendAsync(halves[0], parallel: 32, to: app.CreateClient()),
            app.Stripe.Webhooks.SendAsync(halves[^1], parallel: 32, to: other.CreateClient()))).SelectMany(t => t).ToList();
        await app.SettleAsync();
        await app.TryAgainAsync();

        Assert.All(told, d => Assert.True(d.IsTaken, $"{d.Status}"));
        await AssertEachHasAsync(shoppers, 500_000);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Many_doors_at_once_lead_to_one_credit()
    {
        var (payments, seed) = (Size.Of(8, 500), Size.Seed());
        var random = new Random(seed);
        app.Stripe.Webhooks.Hold();
        var shoppers = await LatePaidAsync(payments);
        var mine = shoppers.Select(s => s.Order.CheckoutId!).ToHashSet(StringComparer.Ordinal);
        var intents = mine.Select(id => (string)app.Stripe.Find(id)!["payment_intent"]!).ToHashSet(StringComparer.Ordinal);
        var events = app.Stripe.Webhooks.All.Where(e => e["data"]!["object"]!["id"] is { } id && (mine.Contains((string)id!) || intents.Contains((string)id!))).ToList();
        output.WriteLine($"seed {seed}: {events.Count} events");

        var doors = events.SelectMany(e => Enumerable.Repeat<Func<Task>>(() => app.Stripe.Webhooks.SendAsync([e], to: app.CreateClient()), 3))
            .Concat(shoppers.Select<(Shopper Who, Order Order), Func<Task>>(s => () => s.Who.Visitor.OpenAsync($"/buy-tokens/{s.Order.Id}")))
            .Concat(shoppers.Select<(Shopper Who, Order Order), Func<Task>>(s => () => LookAsync(s.Who, s.Order)))
            .OrderBy(_ => random.Next()).ToList();
        await Parallel.ForEachAsync(doors, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (door, _) => await door());
        await app.SettleAsync();
        await app.TryAgainAsync();

        await AssertEachHasAsync([.. shoppers.Select(s => s.Who)], 500_000);
        await app.AssertBooksAreWholeAsync();
    }

    // Once it is paid there is nothing left to look for.
    private static async Task LookAsync(Shopper who, Order order)
    {
        var page = await who.Visitor.OpenAsync($"/buy-tokens/{order.Id}");
        if (page.Forms.Any(f => f.GetAttribute("action") == $"/buy-tokens/{order.Id}"))
        {
            using var looked = await who.Visitor.Client.PostAsync($"/buy-tokens/{order.Id}", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector($"form[action='/buy-tokens/{order.Id}'] input[name=__RequestVerificationToken]")!.GetAttribute("value"))]));
            Assert.True((int)looked.StatusCode < 500);
        }
    }

    private async Task<List<Shopper>> PaidAsync(int count)
    {
        var shoppers = new List<Shopper>();
        for (var i = 0; i < count; i++)
        {
            var sara = await Shopper.NewAsync(app);
            await app.Stripe.Outside.PayAsync((await sara.ChooseAsync()).CheckoutId!);
            shoppers.Add(sara);
        }

        return shoppers;
    }

    // By a method that is announced twice over: as complete, and as paid.
    private async Task<List<(Shopper Who, Order Order)>> LatePaidAsync(int count)
    {
        var shoppers = new List<(Shopper, Order)>();
        for (var i = 0; i < count; i++)
        {
            var sara = await Shopper.NewAsync(app);
            var order = await sara.ChooseAsync();
            await app.Stripe.Outside.PayLaterAsync(order.CheckoutId!);
            await app.Stripe.Outside.ArriveAsync(order.CheckoutId!);
            shoppers.Add((sara, order));
        }

        return shoppers;
    }

    private async Task AssertEachHasAsync(IReadOnlyList<Shopper> shoppers, long credits)
    {
        foreach (var sara in shoppers)
        {
            Assert.Equal(credits, await sara.SpendableAsync());
            Assert.Equal(1, await app.AskAsync(db => db.CreditGrants.CountAsync(g => g.AccountId == sara.AccountId)));
        }
    }
}
