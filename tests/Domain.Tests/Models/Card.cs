using System.Globalization;
using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

/// <summary>Rates as a price list writes them.</summary>
internal static class Card
{
    public static readonly DateTime Noon = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    public static RateCard Of(params (UsageKind Kind, string Dollars)[] rates) => new(rates.ToDictionary(
        r => r.Kind, r => Picodollars.OfOne(decimal.Parse(r.Dollars, CultureInfo.InvariantCulture), r.Kind.ListedPer())!.Value));

    public static RateCard InOut(string input, string output) => Of((UsageKind.Input, input), (UsageKind.Output, output));

    public static Charge Charge(this RateCard card, Margin margin, params (UsageKind, long)[] used)
    {
        Assert.True(Domain.Models.Charge.TryOf(Quantities.Of(used), card, margin, out var charge, out _));
        return charge;
    }
}
