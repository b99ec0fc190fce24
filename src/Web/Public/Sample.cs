using System.Globalization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Public;

/// <summary>The conversation on the home page: a café that thinks of raising its price, and what asking about it would cost.</summary>
public sealed record Sample(Currency Currency, decimal Price, decimal Raised, decimal Cost, ChatModel Answering, Margin Margin, DateTime At)
{
    public const int CupsNow = 40;
    public const int CupsAfter = 35;
    public const int TokensIn = 96;
    public const int TokensOut = 214;

    private const string AtItsBest = "claude-haiku-5-5";

    public Money RevenueNow => Of(CupsNow * Price);
    public Money RevenueAfter => Of(CupsAfter * Raised);
    public Money ProfitNow => Of(CupsNow * (Price - Cost));
    public Money ProfitAfter => Of(CupsAfter * (Raised - Cost));
    public string Call => string.Create(CultureInfo.InvariantCulture, $"profit({CupsAfter}, {Raised}, {Cost})  # {ProfitAfter.Major:0.##}");
    public long Credits => Answering.PriceAt(At)!.Standard.CreditsFor(Quantities.Of((UsageKind.Input, TokensIn), (UsageKind.Output, TokensOut)), Answering.Margin ?? Margin)!.Value;

    public static ChatModel Choose(IReadOnlyList<ChatModel> offered) => offered.FirstOrDefault(m => m.Key == AtItsBest) ?? offered[0];

    // The numbers that the question names, in each language.
    public static Sample In(string language, ChatModel answering, Margin margin, DateTime at) => language == "ar"
        ? new Sample(Currency.Sar, 12m, 14m, 3m, answering, margin, at)
        : new Sample(Currency.Usd, 3m, 3.50m, 0.80m, answering, margin, at);

    private Money Of(decimal major) => new((long)(major * 100m), Currency);
}
