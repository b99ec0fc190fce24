using System.Globalization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using Xunit.Abstractions;

namespace SaaSChat.Domain.Tests.Usage;

/// <summary>The ladder from guest to premium must be true: it is printed as it comes out of the catalogues, and asserted.</summary>
public sealed class LadderTests(ITestOutputHelper output)
{
    private const long ClaimEachDay = 20_000;
    private const int DaysOfClaims = 31;

    private static readonly Quantities Answer = Quantities.Of((UsageKind.Input, 300), (UsageKind.Output, 300));
    private static readonly long CreditsForAnAnswer = CreditsFor(ModelCatalogue.Get(ModelCatalogue.DemoKey));

    [Fact]
    public void Every_step_is_worth_more_than_the_one_below()
    {
        var (guest, free) = (AnswersOf(PlanCatalogue.Guest), AnswersOf(PlanCatalogue.Free));
        Print("guest, in all", PlanCatalogue.Guest.Credits, guest);
        Print("free, a cycle", PlanCatalogue.Free.Credits, free);
        Print("claims, a month", ClaimEachDay * DaysOfClaims, ClaimEachDay * DaysOfClaims / CreditsForAnAnswer);
        Print("basic, a cycle", PlanCatalogue.Basic.Credits, AnswersOf(PlanCatalogue.Basic));
        Print("premium, a cycle", PlanCatalogue.Premium.Credits, AnswersOf(PlanCatalogue.Premium));

        Assert.True(guest >= 50 && free >= 150 && free > guest);
        Assert.True(ClaimEachDay * DaysOfClaims * 5 < PlanCatalogue.Basic.Credits);
        Assert.True(AnswersOf(PlanCatalogue.Premium) > AnswersOf(PlanCatalogue.Basic));
    }

    [Fact]
    public void A_credit_is_cheaper_in_basic_than_in_any_package_of_its_size_and_cheapest_in_premium()
    {
        foreach (var currency in PackageCatalogue.Currencies)
        {
            var (basic, premium) = (Each(PlanCatalogue.Basic, currency), Each(PlanCatalogue.Premium, currency));
            var packages = PackageCatalogue.All.Where(p => p.Credits <= PlanCatalogue.Basic.Credits).Min(p => p.PriceIn(currency)!.Price.Major / p.Credits);
            output.WriteLine($"{currency.Code}: a million in packages {packages * 1_000_000:0.00}, in basic {basic * 1_000_000:0.00}, in premium {premium * 1_000_000:0.00}");

            Assert.True(premium < basic && basic < packages);
        }
    }

    [Fact]
    public void Every_paid_credit_earns_more_than_it_costs_at_full_use()
    {
        var cost = 1m / 1_000_000 / (1 + Margin.Default.Fraction);
        var paid = new[] { PlanCatalogue.Basic, PlanCatalogue.Premium }
            .SelectMany(p => new[] { (p.Key, p.PriceIn(Currency.Usd)!.Month.Major, p.Credits), ($"{p.Key}, yearly", p.PriceIn(Currency.Usd)!.Year.Major / 12, p.Credits) })
            .Concat(PackageCatalogue.All.Select(p => ($"package of {p.Credits}", p.PriceIn(Currency.Usd)!.Price.Major, p.Credits)));

        foreach (var (name, price, credits) in paid)
        {
            output.WriteLine($"{name}: earns ${price / credits * 1_000_000:0.000} a million, costs ${cost * 1_000_000:0.000}");
            Assert.True(price / credits > cost, name);
        }
    }

    // What the plan's credits pay for, and its monthly tokens allow: the daily ones add up to more.
    private static long AnswersOf(PlanOffer plan) => Math.Min(plan.Credits / CreditsForAnAnswer, (plan.Limits?.MonthTokens ?? long.MaxValue) / Answer.Tokens);

    private static decimal Each(PlanOffer plan, Currency currency) => plan.PriceIn(currency)!.Month.Major / plan.Credits;

    private static long CreditsFor(ModelOffer model) => model.Prices.Single().Cards[RateTier.Standard].CreditsFor(Answer, Margin.Default)!.Value;

    private void Print(string step, long credits, long answers) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-18} {credits,12:N0} credits {answers,8:N0} answers of 300 + 300 tokens"));
}
