using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class EarningTests
{
    private static readonly RateCard Rates = new(new Dictionary<UsageKind, long> { [UsageKind.Input] = 1_000_000, [UsageKind.Output] = 2_000_000 });
    private static readonly Quantities Used = Quantities.Of((UsageKind.Input, 1_000), (UsageKind.Output, 500));

    [Fact]
    public void In_a_paid_plan_a_call_earns_what_its_credits_were_sold_for_less_its_cost()
    {
        // 2,000 millionths of a dollar cost; 2,400 credits at $9.99 for five million.
        var earning = Earning.Of(PlanCatalogue.Basic, Margin.Default, Rates, Used)!;

        Assert.Equal((2_000_000_000L, 2_400L, 4_795_200_000L), (earning.Cost, earning.Credits, earning.Worth));
        Assert.Equal(2_795_200_000L, earning.Earned);
    }

    [Fact]
    public void In_a_plan_that_costs_nothing_it_costs_us_all_of_it() => Assert.Equal(-2_000_000_000L, Earning.Of(PlanCatalogue.Free, Margin.Default, Rates, Used)!.Earned);

    [Fact]
    public void Each_plan_is_shown_before_and_after_by_the_margin_that_counts_there()
    {
        var preview = MarginPreview.Of([PlanCatalogue.Free, PlanCatalogue.Basic with { Margin = Margin.Of(0.5m) }], Quantities.None, new(Rates, null, Margin.Default), new(Rates, Margin.Of(0.1m), Margin.Default));

        Assert.Equal([(0.2m, 0.1m), (0.5m, 0.1m)], preview.OneCall.Select(l => (l.MarginBefore.Fraction, l.MarginAfter.Fraction)));
        Assert.Equal([(2_400L, 2_200L), (3_000L, 2_200L)], preview.OneCall.Select(l => (l.Before!.Credits, l.After!.Credits)));
        Assert.Empty(preview.LastWeek);
    }
}
