using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>A provider's key as an admin types it. The key itself goes one way: no page ever writes it.</summary>
public sealed class KeyForm
{
    [Display(Name = "Admin.Providers.Provider")]
    public string? Provider { get; set; }

    [Display(Name = "Admin.Providers.Key")]
    public string? Key { get; set; }

    [Display(Name = "Admin.Providers.Label")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(ProviderKey.LabelLength, ErrorMessage = "Errors.TooLong")]
    public string? Label { get; set; }

    [Display(Name = "Admin.Providers.Weight")]
    public string? Weight { get; set; } = "1";

    [Display(Name = "Admin.Providers.DayRequests")]
    public string? DayRequests { get; set; }

    [Display(Name = "Admin.Providers.MonthRequests")]
    public string? MonthRequests { get; set; }

    [Display(Name = "Admin.Providers.DayTokens")]
    public string? DayTokens { get; set; }

    [Display(Name = "Admin.Providers.MonthTokens")]
    public string? MonthTokens { get; set; }

    [Display(Name = "Admin.Providers.DayCost")]
    public string? DayCost { get; set; }

    [Display(Name = "Admin.Providers.MonthCost")]
    public string? MonthCost { get; set; }

    public string? Version { get; set; }

    public static KeyForm Of(ProviderKey key) => new()
    {
        Label = key.Label, Weight = Typed(key.Weight), DayRequests = Typed(key.DayRequests), MonthRequests = Typed(key.MonthRequests), DayTokens = Typed(key.DayTokens),
        MonthTokens = Typed(key.MonthTokens), DayCost = TypedDollars.Written(key.DayCost), MonthCost = TypedDollars.Written(key.MonthCost), Version = RowVersions.Written(key.RowVersion),
    };

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public KeyDraft? Read(ModelStateDictionary state, IStringLocalizer<Text> text, Fmt fmt)
    {
        var weight = TypedNumbers.Whole(Weight);
        if (weight is not (>= 1 and <= ProviderKey.MostWeight)) state.AddModelError($"Input.{nameof(Weight)}", text["Errors.Providers.Weight", fmt.Number(ProviderKey.MostWeight)]);
        var limits = new KeyLimits(
            Count(DayRequests, nameof(DayRequests)), Count(MonthRequests, nameof(MonthRequests)), Count(DayTokens, nameof(DayTokens)), Count(MonthTokens, nameof(MonthTokens)),
            Dollars(DayCost, nameof(DayCost)), Dollars(MonthCost, nameof(MonthCost)));
        return state.IsValid ? new KeyDraft(VisibleLabel, (int)weight!.Value, limits) : null;

        long? Count(string? typed, string name) => Limit(typed, name, TypedNumbers.Whole(typed));

        long? Dollars(string? typed, string name) => Limit(typed, name, TypedDollars.Read(typed));

        long? Limit(string? typed, string name, long? read)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (read is not > 0) state.AddModelError($"Input.{name}", text["Errors.Providers.Limit"]);
            return read;
        }
    }

    /// <summary>Whether what was typed could be a key at all.</summary>
    public string? ReadKey(ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        if (Key?.Trim() is { } key && ProviderKey.CouldBe(key)) return key;

        state.AddModelError($"Input.{nameof(Key)}", text["Errors.Providers.Key"]);
        return null;
    }

    private string VisibleLabel => Domain.OneLine.Of(Label ?? "", ProviderKey.LabelLength);

    private static string? Typed(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
