using System.Globalization;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Web.Public;

/// <summary>Which of the offered prices a visitor sees: what they asked for, else what their language suggests.</summary>
public static class OfferedPrices
{
    public static Currency CurrencyOf(string? asked) =>
        PackageCatalogue.Currencies.FirstOrDefault(c => string.Equals(c.Code, asked, StringComparison.OrdinalIgnoreCase))
        ?? Currency.ForLanguage(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static BillingInterval IntervalOf(string? asked) =>
        string.Equals(asked, nameof(BillingInterval.Year), StringComparison.OrdinalIgnoreCase) ? BillingInterval.Year : BillingInterval.Month;
}
