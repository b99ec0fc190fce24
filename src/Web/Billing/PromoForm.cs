using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>A code as an admin types it: a share or a sum, for all packages or one.</summary>
public sealed class PromoForm
{
    private const int MostUsesEver = 1_000_000;

    [Display(Name = "BuyTokens.Code")]
    public string? Code { get; set; }

    [Display(Name = "Admin.PromoCodes.Percent")]
    public string? Percent { get; set; }

    [Display(Name = "Admin.PromoCodes.Sum")]
    public string? Sum { get; set; }

    [Display(Name = "Admin.PromoCodes.Sum.Currency")]
    public string? Currency { get; set; }

    [Display(Name = "Admin.PromoCodes.Package")]
    public string? Package { get; set; }

    [Display(Name = "Admin.PromoCodes.Until")]
    public string? Until { get; set; }

    [Display(Name = "Admin.PromoCodes.MostUses")]
    public string? MostUses { get; set; }

    [Display(Name = "Admin.PromoCodes.MostPerAccount")]
    public string? MostPerAccount { get; set; }

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public PromoCode? Read(DateTime now, TimeZoneInfo zone, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        if (PromoCode.Normalise(Code) is not { } code) state.AddModelError("Input.Code", text["Errors.PromoCodes.Code"]);
        else if (TermsOf(now, zone, state, text) is { } terms && state.IsValid) return Made(code, terms, state, text);
        return null;
    }

    private PromoCode? Made(string code, PromoTerms terms, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var (percent, sum) = (TypedNumbers.Whole(Percent), TypedNumbers.Amount(Sum));
        var currency = Domain.Billing.Currency.Find(Currency ?? "");
        if (string.IsNullOrWhiteSpace(Sum) && percent is >= 1 and <= 100) return PromoCode.OfPercent(code, (int)percent, terms);
        if (string.IsNullOrWhiteSpace(Percent) && sum is { } major && currency is not null && Money.Of(major, currency) is { Minor: > 0 } off) return PromoCode.OfSum(code, off, terms);

        state.AddModelError("Input.Percent", text["Errors.PromoCodes.Off"]);
        return null;
    }

    private PromoTerms? TermsOf(DateTime now, TimeZoneInfo zone, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        if (!TypedDays.TryRead(Until, out var last) || (last is { } day && Domain.LocalDays.StartOf(day.AddDays(1), zone) <= now)) state.AddModelError("Input.Until", text["Errors.PromoCodes.Until"]);
        if (!TryCount(MostUses, out var uses)) state.AddModelError("Input.MostUses", text["Errors.PromoCodes.Count"]);
        if (!TryCount(MostPerAccount, out var each)) state.AddModelError("Input.MostPerAccount", text["Errors.PromoCodes.Count"]);
        if (!state.IsValid) return null;

        return new PromoTerms(now, last is { } end ? Domain.LocalDays.StartOf(end.AddDays(1), zone) : null, uses, each) { Packages = string.IsNullOrEmpty(Package) ? [] : [Package] };
    }

    private static bool TryCount(string? typed, out int? count)
    {
        count = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (TypedNumbers.Whole(typed) is not { } number || number is < 1 or > MostUsesEver) return false;
        count = (int)number;
        return true;
    }
}
