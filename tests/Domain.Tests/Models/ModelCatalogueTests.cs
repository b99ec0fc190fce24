using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ModelCatalogueTests
{
    private static readonly DateTime Today = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_model_has_a_key_a_name_and_a_provider_of_its_own()
    {
        Assert.Equal(56, ModelCatalogue.All.Count);
        Assert.Distinct(ModelCatalogue.All.Select(m => m.Key), StringComparer.Ordinal);
        Assert.Distinct(ModelCatalogue.All.Select(m => m.Name), StringComparer.Ordinal);
        Assert.All(ModelCatalogue.All, m => Assert.True(m is { Provider.Length: > 0, ContextWindow: null or > 0, MaxOutput: null or > 0 }, m.Key));
    }

    [Fact]
    public void No_price_is_negative_and_nothing_read_from_a_cache_costs_more_than_fresh()
    {
        var cards = ModelCatalogue.All.SelectMany(m => m.Prices).SelectMany(p => p.Cards.Values).ToList();

        Assert.All(cards.SelectMany(c => c.Rates.Values), rate => Assert.True(rate >= 0));
        Assert.All(cards.Where(c => c.Rates.Count > 0), c => Assert.True(c[UsageKind.CacheRead] <= c[UsageKind.Input] || c[UsageKind.CacheRead] is null));
    }

    [Fact]
    public void Prices_of_a_model_follow_each_other_without_overlapping() => Assert.All(ModelCatalogue.All, m =>
        Assert.All(m.Prices.Zip(m.Prices.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From, m.Key)));

    [Fact]
    public void A_model_without_a_price_both_ways_comes_disabled()
    {
        Assert.Equal(["qwen3.8-max", "qwen3.8-flash"], ModelCatalogue.All.Where(m => m is { Kind: ModelKind.Chat, ComesEnabled: false }).Select(m => m.Key));
        Assert.All(ModelCatalogue.All.Where(m => m.Kind != ModelKind.Chat), m => Assert.False(m.ComesEnabled, m.Key));
        Assert.All(ModelCatalogue.All.Where(m => m.ComesEnabled), m => Assert.True(ChatModel.Of(m, order: 1).IsOfferedAt(Today), m.Key));
    }

    [Fact]
    public void Free_plans_may_ask_a_few_small_models_and_the_demo()
    {
        var free = ModelCatalogue.All.Where(m => m.FreePlans).ToList();

        Assert.Equal(["gpt-6-luna", "claude-haiku-5-5", "gemini-3.5-flash-lite", "deepseek-flash", ModelCatalogue.DemoKey], free.Select(m => m.Key));
        Assert.All(free.Where(m => m.Key != ModelCatalogue.DemoKey), m => Assert.True(m.Prices[^1].Cards[RateTier.Standard].ListPrice(UsageKind.Input) <= 0.50m, m.Key));
    }

    [Fact]
    public void The_demo_model_costs_one_dollar_in_and_two_out()
    {
        var rates = ModelCatalogue.Get(ModelCatalogue.DemoKey).Prices.Single().Cards[RateTier.Standard];

        Assert.Equal((1m, 2m), (rates.ListPrice(UsageKind.Input), rates.ListPrice(UsageKind.Output)));
    }

    [Fact]
    public void An_announced_price_counts_from_its_day()
    {
        var argon = Offered("gemini-4-argon");
        var december = new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(2m, argon.PriceAt(december.AddTicks(-1))!.Standard.ListPrice(UsageKind.Input));
        Assert.Equal(december, argon.NextPrice(Today)?.From);
        Assert.Equal(4m, argon.PriceAt(december)!.Standard.ListPrice(UsageKind.Input));
        Assert.Null(argon.NextPrice(december));
    }

    [Theory]
    [InlineData("gpt-6-luna", 272_001, "0.2", "0.02", "0.75")]
    [InlineData("claude-haiku-5-5", 100_001, "0.5", "0.05", "2.5")]
    [InlineData("grok-4.6", 200_000, "4", "1", "12")]
    public void A_long_prompt_has_the_providers_other_price(string key, long prompt, string input, string read, string output)
    {
        var price = Offered(key).PriceAt(Today)!;

        Assert.Equal(RateTier.Standard, price.TierFor(prompt - 1, Today));
        Assert.Equal(Card.Of((UsageKind.Input, input), (UsageKind.CacheRead, read), (UsageKind.Output, output)).Rates,
            price.CardFor(prompt, Today).Rates.Where(r => r.Key is UsageKind.Input or UsageKind.CacheRead or UsageKind.Output).ToDictionary());
    }

    [Fact]
    public void The_smallest_list_price_is_kept_exactly() =>
        Assert.Equal(3_625, ModelCatalogue.Get("deepseek-v4-pro").Prices[0].Cards[RateTier.Standard][UsageKind.CacheRead]);

    [Fact]
    public void Abilities_say_what_this_site_makes_use_of()
    {
        Assert.Equal(
            [ModelAbility.Reasoning, ModelAbility.LongContext, ModelAbility.LongAnswers, ModelAbility.CheaperRepeats, ModelAbility.Small],
            Offered("claude-haiku-5-5").AbilitiesAt(Today));
        Assert.Equal([ModelAbility.Small], Offered(ModelCatalogue.DemoKey).AbilitiesAt(Today));
    }

    private static ChatModel Offered(string key) => ChatModel.Of(ModelCatalogue.Get(key), order: 1);
}
