using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Admin;

/// <summary>Another price or margin as it is typed: rates in dollars for a million tokens, the margin in percent.</summary>
public sealed class ReplayForm
{
    private const decimal Percent = 100m;
    private const long Million = 1_000_000;

    [Display(Name = "Usage.Record.Model")]
    public string? Model { get; set; }

    [Display(Name = "Admin.Advice.Margin")]
    public string? Margin { get; set; }

    [Display(Name = "Admin.Advice.Input")]
    public string? InputRate { get; set; }

    [Display(Name = "Admin.Advice.CacheRate")]
    public string? CacheRate { get; set; }

    [Display(Name = "Admin.Advice.Output")]
    public string? OutputRate { get; set; }

    /// <summary>Null, and said why, where it cannot be read or changes nothing.</summary>
    public PriceChange? Read(ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var margin = TypedNumbers.Amount(Margin) is { } typed ? Domain.Models.Margin.Of(typed / Percent) : null;
        if (!string.IsNullOrWhiteSpace(Margin) && margin is null) state.AddModelError("Input.Margin", text["Errors.Advice.Margin"]);

        var (input, cache, output) = (Rate(InputRate, nameof(InputRate), state, text), Rate(CacheRate, nameof(CacheRate), state, text), Rate(OutputRate, nameof(OutputRate), state, text));
        var rates = input is not null || cache is not null || output is not null;
        if (rates && string.IsNullOrEmpty(Model)) state.AddModelError("Input.Model", text["Errors.Advice.OneModel"]);
        if (state.IsValid && margin is null && !rates) state.AddModelError("Input.Margin", text["Errors.Advice.Nothing"]);
        return state.IsValid ? new(string.IsNullOrEmpty(Model) ? null : Model, margin, input, cache, output) : null;
    }

    private static long? Rate(string? typed, string field, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var rate = TypedNumbers.Amount(typed) is { } dollars and >= 0 and <= Million ? Picodollars.OfOne(dollars, Million) : null;
        if (rate is null) state.AddModelError($"Input.{field}", text["Errors.Advice.Rate"]);
        return rate;
    }
}
