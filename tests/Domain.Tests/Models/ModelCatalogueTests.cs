using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ModelCatalogueTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Every_model_has_an_id_of_its_own_a_name_and_a_size()
    {
        Assert.NotEmpty(ModelCatalogue.All);
        Assert.Distinct(ModelCatalogue.All.Select(m => m.Id), StringComparer.Ordinal);
        Assert.Distinct(ModelCatalogue.All.Select(m => m.Name), StringComparer.Ordinal);
        Assert.All(ModelCatalogue.All, m => Assert.True(m is { ContextWindow: > 0, MaxOutput: > 0, Provider.Length: > 0 }, m.Id));
    }

    [Fact]
    public void No_price_is_negative_and_no_cached_token_costs_more_than_a_fresh_one()
    {
        var rates = ModelCatalogue.All.SelectMany(m => m.Rates).ToList();

        Assert.All(rates, r => Assert.True(r is { Input: >= 0, Output: >= 0, CacheWrite: null or >= 0 }));
        Assert.All(rates, r => Assert.True(r.CacheRead is null || (r.CacheRead >= 0 && r.CacheRead <= r.Input)));
    }

    [Fact]
    public void Prices_of_a_model_follow_each_other_by_date() =>
        Assert.All(ModelCatalogue.All, m => Assert.Equal(m.Rates.Select(r => r.From).Order(), m.Rates.Select(r => r.From)));

    [Fact]
    public void An_announced_price_counts_from_its_day()
    {
        var argon = ModelCatalogue.All.Single(m => m.Id == "gemini-4-argon");

        Assert.Equal(2m, argon.RatesAt(Today).Input);
        Assert.Equal(new DateOnly(2026, 12, 1), argon.NextRates(Today)?.From);
        Assert.Equal(4m, argon.RatesAt(new DateOnly(2026, 12, 1)).Input);
        Assert.Null(argon.NextRates(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void A_model_is_small_by_its_price_and_long_by_its_window()
    {
        var haiku = ModelCatalogue.All.Single(m => m.Id == "claude-haiku-5-5").AbilitiesAt(Today);
        var mistral = ModelCatalogue.All.Single(m => m.Provider == "Mistral").AbilitiesAt(Today);

        Assert.Contains(ModelAbility.Small, haiku);
        Assert.DoesNotContain(ModelAbility.Small, mistral);
        Assert.DoesNotContain(ModelAbility.LongContext, mistral);
    }

    [Fact]
    public void A_million_tokens_at_three_dollars_cost_three_million_credits_and_the_margin()
    {
        Assert.Equal(3_000_000, CreditPrice.OfMillionTokens(3m, margin: 0m));
        Assert.Equal(3_600_000, CreditPrice.OfMillionTokens(3m));
    }

    [Fact]
    public void An_answer_costs_its_tokens_and_the_margin_rounded_up_once()
    {
        var rates = new ModelRates(Today, Input: 0.1m, Output: 0.5m);

        Assert.Equal(140, CreditPrice.OfAnswer(rates, input: 96, output: 214));
    }
}
