using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Tests.Usage;

public sealed class CallRefusalTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_cannot_pay_for_the_shortest_answer_is_told_what_it_would_take()
    {
        var omar = await app.AddBuyerAsync("omar-poor", 974);

        var refused = Assert.IsType<CallRefusal.NotEnoughCredits>((await app.OpenAsync(omar)).Refusal);

        Assert.Equal((975, 974), (refused.Needed, refused.Spendable));
        Assert.Equal(0, (await app.BalanceAsync(omar.AccountId)).Held);
    }

    [Fact]
    public async Task An_answer_is_cut_to_what_can_be_paid_for()
    {
        var omar = await app.AddBuyerAsync("omar-short", 1_000);

        Assert.Equal(266, (await app.OpenAsync(omar)).Call!.OutputCap);
    }

    [Fact]
    public async Task A_model_that_is_unknown_or_switched_off_is_not_asked()
    {
        var sara = await app.AddBuyerAsync("sara-models", 1_000_000);

        Assert.IsType<CallRefusal.NoSuchModel>((await app.OpenAsync(sara, "nobody-knows")).Refusal);
        Assert.IsType<CallRefusal.NoSuchModel>((await app.OpenAsync(sara, "qwen3.8-max")).Refusal);
    }

    [Fact]
    public async Task Who_has_never_paid_may_ask_small_models_only()
    {
        var (nadia, sara) = (await app.AddGuestOfTheHouseAsync("nadia-free", 1_000_000), await app.AddBuyerAsync("sara-paid", 1_000_000));

        Assert.Equal(new CallRefusal.NotInPlan("GPT-6.2 Sol"), (await app.OpenAsync(nadia, "gpt-6.2-sol")).Refusal);
        Assert.True((await app.OpenAsync(nadia, "claude-haiku-5-5")).IsOpen);
        Assert.True((await app.OpenAsync(sara, "gpt-6.2-sol")).IsOpen);
    }

    [Fact]
    public async Task A_prompt_whose_price_is_unknown_is_refused()
    {
        var sara = await app.AddBuyerAsync("sara-long", 100_000_000);

        var refused = Assert.IsType<CallRefusal.NotForSale>((await app.OpenAsync(sara, "gpt-6.2-sol", prompt: new(272_001, 272_001))).Refusal);

        Assert.Equal(new PriceRefusal(PriceFault.RateMissing, UsageKind.Input), refused.Why);
    }

    [Fact]
    public async Task A_price_that_no_longer_counts_is_none()
    {
        var sara = await app.AddBuyerAsync("sara-closed", 1_000_000);
        await app.AskAsync(db => db.ModelPrices.Where(p => p.ModelKey == "gpt-4.1-nano").ExecuteUpdateAsync(p => p.SetProperty(x => x.Until, DateTime.UtcNow.AddHours(-1))));

        Assert.Equal(PriceFault.NoPrice, Assert.IsType<CallRefusal.NotForSale>((await app.OpenAsync(sara, "gpt-4.1-nano")).Refusal).Why.Fault);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_refusal_says_which_rule_and_which_numbers(string language)
    {
        var said = await app.InScopeAsync(services =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
            var (text, fmt) = (services.GetRequiredService<IStringLocalizer<Text>>(), services.GetRequiredService<Fmt>());
            return Task.FromResult(All.Select(r => RefusedCalls.Of(r, text, fmt)).ToList());
        });

        Assert.Distinct(said, StringComparer.Ordinal);
        Assert.All(said, s => Assert.DoesNotContain("Errors.", s, StringComparison.Ordinal));
        Assert.All(said.TakeLast(4), s => Assert.Contains("2026", s, StringComparison.Ordinal));
    }

    private static IEnumerable<CallRefusal> All =>
    [
        new CallRefusal.NoSuchModel("x"), new CallRefusal.NotInPlan("Sol"), new CallRefusal.NotForSale("Sol", new(PriceFault.NoPrice)),
        new CallRefusal.NotForSale("Sol", new(PriceFault.TooLarge)), new CallRefusal.NotEnoughCredits(975, 3), new CallRefusal.TooManyAtOnce(1), new CallRefusal.TooManyAtOnce(5), new CallRefusal.KeyUsed(), new CallRefusal.IsOver(),
        .. LimitKinds.All.Select(kind => new CallRefusal.OverLimit(new LimitReached(kind, 10_000, 9_000, 500, 556, new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc)))),
    ];
}
