using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>What an admin wants a plan to be.</summary>
public sealed record PlanDraft(PlanText Words, long Units, int Generations, IReadOnlyList<PlanPrice> Prices, LimitValues Limits)
{
    public const long MostUnits = 1_000_000_000;
    public const int MostGenerations = 100;

    private const int MonthsOfYear = 12;

    public bool AllModels { get; init; }
    public bool IsPopular { get; init; }
    public bool IsRetired { get; init; }
    public Margin? Margin { get; init; }

    public long Credits => Units * PlanOffer.CreditsPerUnit;

    /// <summary>The first thing that is wrong with its prices, and where; null when it can be sold. One that costs nothing has none.</summary>
    public (PriceFault Fault, BillingInterval Interval, Currency Currency)? FaultOfPrices()
    {
        foreach (var interval in Enum.GetValues<BillingInterval>())
        {
            var prices = Prices.Where(p => p.Per(interval).Minor > 0).Select(p => p.Per(interval)).ToList();
            if (PackageDraft.FaultOf(prices, Credits * interval.Months()) is { } fault) return (fault.Fault, interval, fault.Currency);
        }

        // A year costs no less than a month and no more than twelve.
        return Prices.FirstOrDefault(p => p.YearMinor < p.MonthMinor || p.YearMinor > p.MonthMinor * MonthsOfYear) is { } odd
            ? (PriceFault.Absurd, BillingInterval.Year, odd.Currency)
            : null;
    }
}
