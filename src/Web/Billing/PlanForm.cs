using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Billing;

/// <summary>A plan as an admin types it.</summary>
public sealed class PlanForm
{
    /// <summary>Of a new one; it stays.</summary>
    [Display(Name = "Admin.Plans.Key")]
    public string? Key { get; set; }

    [Display(Name = "Admin.Plans.EnglishName")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Plan.NameLength, ErrorMessage = "Errors.TooLong")]
    public string? EnglishName { get; set; }

    [Display(Name = "Admin.Plans.ArabicName")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Plan.NameLength, ErrorMessage = "Errors.TooLong")]
    public string? ArabicName { get; set; }

    [Display(Name = "Admin.Plans.EnglishPurpose")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Plan.PurposeLength, ErrorMessage = "Errors.TooLong")]
    public string? EnglishPurpose { get; set; }

    [Display(Name = "Admin.Plans.ArabicPurpose")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Plan.PurposeLength, ErrorMessage = "Errors.TooLong")]
    public string? ArabicPurpose { get; set; }

    [Display(Name = "Admin.Plans.Units")]
    public string? Units { get; set; }

    [Display(Name = "Admin.Plans.Generations")]
    public string? Generations { get; set; }

    [Display(Name = "Account.Limits.DayTokens")]
    public string? DayTokens { get; set; }

    [Display(Name = "Account.Limits.MonthTokens")]
    public string? MonthTokens { get; set; }

    [Display(Name = "Account.Limits.DayCost")]
    public string? DayCost { get; set; }

    [Display(Name = "Account.Limits.MonthCost")]
    public string? MonthCost { get; set; }

    [Display(Name = "Admin.Models.Margin")]
    public string? Margin { get; set; }

    public bool AllModels { get; set; }
    public bool IsPopular { get; set; }
    public bool IsOffered { get; set; }
    public string? Version { get; set; }

    /// <summary>By "Month-USD" and the like.</summary>
    public IDictionary<string, string?> Prices { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public static PlanForm Of(Plan plan, PlanText words)
    {
        var form = new PlanForm
        {
            EnglishName = words.Name.English, ArabicName = words.Name.Arabic, EnglishPurpose = words.Purpose.English, ArabicPurpose = words.Purpose.Arabic,
            Units = Typed(plan.Units), Generations = Typed(plan.Generations), Margin = TypedMargins.Written(plan.Margin), AllModels = plan.AllModels, IsPopular = plan.IsPopular,
            IsOffered = !plan.IsRetired, Version = RowVersions.Written(plan.RowVersion), DayTokens = LimitAmounts.Written(LimitKind.DayTokens, plan.DayTokens),
            MonthTokens = LimitAmounts.Written(LimitKind.MonthTokens, plan.MonthTokens), DayCost = LimitAmounts.Written(LimitKind.DayCost, plan.DayCost), MonthCost = LimitAmounts.Written(LimitKind.MonthCost, plan.MonthCost),
        };
        foreach (var price in plan.Prices)
        {
            foreach (var interval in Enum.GetValues<BillingInterval>()) form.Prices[NameOf(interval, price.Currency)] = TopUpWords.Typed(price.Per(interval));
        }

        return form;
    }

    public static string NameOf(BillingInterval interval, Currency currency) => $"{interval}-{currency.Code}";

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    /// <param name="isFree">Then it has no prices, and is always offered.</param>
    public PlanDraft? Read(bool isFree, ModelStateDictionary state, IStringLocalizer<Text> text, Fmt fmt)
    {
        var (units, generations) = (TypedNumbers.Whole(Units), TypedNumbers.Whole(Generations));
        if (units is not (>= 0 and <= PlanDraft.MostUnits)) state.AddModelError("Input.Units", text["Errors.Plans.Units", fmt.Number(PlanDraft.MostUnits)]);
        if (generations is not (>= 1 and <= PlanDraft.MostGenerations)) state.AddModelError("Input.Generations", text["Errors.Plans.Generations", fmt.Number(PlanDraft.MostGenerations)]);
        if (!TypedMargins.TryRead(Margin, out var margin)) state.AddModelError("Input.Margin", text["Errors.Models.Margin", fmt.Number(TypedMargins.MostPercent)]);
        var limits = new LimitValues(Limit(LimitKind.DayTokens, DayTokens), Limit(LimitKind.MonthTokens, MonthTokens), Limit(LimitKind.DayCost, DayCost), Limit(LimitKind.MonthCost, MonthCost));
        if (isFree && !IsOffered) state.AddModelError("Input.IsOffered", text["Errors.Plans.FreeStays"]);
        if (!state.IsValid) return null;

        var draft = new PlanDraft(Words, units!.Value, (int)generations!.Value, isFree ? [] : [.. PackageCatalogue.Currencies.Select(PriceIn).OfType<PlanPrice>()], limits)
        {
            AllModels = AllModels, IsPopular = IsPopular, IsRetired = !IsOffered, Margin = margin,
        };
        if (isFree || draft.FaultOfPrices() is not { } wrong) return draft;

        state.AddModelError(NameOf(wrong.Interval, wrong.Currency), text[$"Errors.Packages.{wrong.Fault}"]);
        return null;

        long? Limit(LimitKind kind, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            var limit = LimitAmounts.Read(kind, typed);
            if (limit is not > 0) state.AddModelError($"Input.{kind}", text[kind.IsCost() ? "Errors.Limits.Dollars" : "Errors.Limits.Tokens"]);
            return limit;
        }
    }

    private PlanText Words => new(new(EnglishName!.Trim(), ArabicName!.Trim()), new(EnglishPurpose!.Trim(), ArabicPurpose!.Trim()));

    // A price that is missing counts as none, and is found wanting with the others.
    private PlanPrice PriceIn(Currency currency) => new(currency, Minor(BillingInterval.Month, currency), Minor(BillingInterval.Year, currency));

    private long Minor(BillingInterval interval, Currency currency) =>
        TypedNumbers.Amount(Prices.TryGetValue(NameOf(interval, currency), out var typed) ? typed : null) is { } major && Money.Of(major, currency) is { Minor: > 0 } price ? price.Minor : 0;

    private static string Typed(long number) => number.ToString(CultureInfo.InvariantCulture);
}
