using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>A package as an admin types it.</summary>
public sealed class PackageForm
{
    public string? Credits { get; set; }
    public bool IsPopular { get; set; }
    public bool IsOffered { get; set; } = true;
    public string? Version { get; set; }
    public IDictionary<string, string?> Prices { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public static PackageForm Of(TokenPackage package)
    {
        var form = new PackageForm { IsPopular = package.IsPopular, IsOffered = package.IsOffered, Version = RowVersions.Written(package.RowVersion) };
        foreach (var currency in PackageCatalogue.Currencies) form.Prices[currency.Code] = TopUpWords.Typed(package.PriceIn(currency));
        return form;
    }

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public PackageDraft? Read(long credits, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var prices = new List<Money>();
        foreach (var currency in PackageCatalogue.Currencies)
        {
            if (TypedNumbers.Amount(Prices.TryGetValue(currency.Code, out var typed) ? typed : null) is { } major && Money.Of(major, currency) is { } price) prices.Add(price);
        }

        var draft = new PackageDraft(prices, IsPopular, IsOffered);
        if (draft.FaultFor(credits) is not { } wrong) return draft;

        state.AddModelError(wrong.Currency.Code, text[$"Errors.Packages.{wrong.Fault}"]);
        return null;
    }
}
