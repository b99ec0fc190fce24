using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>What somebody may agree to: today's packages in their currency, and the cards that are saved.</summary>
public sealed class TopUpOffer(Shelf shelf, CardSaving saving, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt, ILogger<TopUpOffer> log)
{
    public const long LeastThreshold = 1_000;

    /// <summary>A month may take so many times the price.</summary>
    public const int MostPerMonth = 100;

    public async Task<TopUpChoices> ReadAsync(CancellationToken cancel)
    {
        var view = await shelf.ReadAsync(new ShelfQuery(), cancel);
        try
        {
            return new TopUpChoices(view.Currency, view.Items, await saving.ListAsync(me.AccountId, cancel), IsReachable: true);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The gateway did not answer about saved cards: {Fault} {Code}", e.Fault, e.Code);
            return new TopUpChoices(view.Currency, view.Items, [], IsReachable: false);
        }
    }

    /// <summary>The terms, or why they cannot be agreed to and of which field.</summary>
    public (TopUpTerms? Terms, string Field, string? Problem) Read(TopUpForm form, TopUpChoices among)
    {
        if (among.Items.FirstOrDefault(i => i.Package.Key == form.Package) is not { } item) return (null, nameof(form.Package), text["Errors.Billing.NotOffered"]);
        if (among.Cards.FirstOrDefault(c => c.Id == form.Card) is not { } card) return (null, nameof(form.Card), text["Errors.TopUp.Card"]);

        var (price, most) = (item.Price.Price, item.Package.Credits);
        var threshold = TypedNumbers.Whole(form.Threshold);
        if (threshold is not { } below || below < LeastThreshold || below >= most) return (null, nameof(form.Threshold), text["Errors.TopUp.Threshold", fmt.Number(LeastThreshold), fmt.Number(most - 1)]);

        var highest = price with { Minor = price.Minor * MostPerMonth };
        var typed = TypedNumbers.Amount(form.Cap) is { } major ? Money.Of(major, price.Currency) : null;
        if (typed?.Minor is not { } cap || cap < price.Minor || cap > highest.Minor) return (null, nameof(form.Cap), text["Errors.TopUp.Cap", Bidi.Isolate(fmt.Money(price)), Bidi.Isolate(fmt.Money(highest))]);
        return (new TopUpTerms(item.Package.Key, most, price, cap, below, card.Id, card.Last4, CultureInfo.CurrentUICulture.Name), "", null);
    }

    /// <summary>What is agreed to; the card stands beside it, for a proof that is kept for ever names none. Another sentence is another version of the consent.</summary>
    public string Sentence(TopUpTerms terms) => text[
        "TopUp.Consent", text["App.Name"], Bidi.Isolate(fmt.Money(terms.Price)), text.Count("Credits.Amount", terms.Credits, fmt), fmt.Number(terms.Threshold),
        Bidi.Isolate(fmt.Money(terms.Price with { Minor = terms.CapMinor }))];
}

public sealed record TopUpChoices(Currency Currency, IReadOnlyList<ShelfItem> Items, IReadOnlyList<SavedCard> Cards, bool IsReachable);

/// <summary>As it is typed; it stands in the address until it is agreed to.</summary>
public sealed class TopUpForm
{
    public string? Package { get; set; }
    public string? Threshold { get; set; }
    public string? Cap { get; set; }
    public string? Card { get; set; }

    public bool IsEmpty => (Package ?? Threshold ?? Cap ?? Card) is null;
}
