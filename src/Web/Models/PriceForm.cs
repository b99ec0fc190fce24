using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>A list price as an admin types it: dollars for a million tokens or characters, or for one of anything else.</summary>
public sealed class PriceForm
{
    private const string Minute = "yyyy-MM-ddTHH:mm";

    [Display(Name = "Admin.Prices.From")]
    public string? From { get; set; }

    [Display(Name = "Admin.Prices.LongContextAbove")]
    public string? LongContextAbove { get; set; }

    [Display(Name = "Admin.Prices.Windows")]
    public string? Windows { get; set; }

    public bool Weekends { get; set; }
    public string? Version { get; set; }

    /// <summary>By "Standard-Input" and the like.</summary>
    public IDictionary<string, string?> Rates { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The price that counts, to be altered.</summary>
    public static PriceForm Of(ModelPrice? price)
    {
        var form = new PriceForm
        {
            LongContextAbove = price?.LongContextAbove?.ToString(CultureInfo.InvariantCulture), Weekends = price?.OffPeak?.Weekends == true,
            Windows = price?.OffPeak is { } hours ? string.Join(' ', hours.Windows) : null,
        };
        foreach (var rate in price?.Rates ?? []) form.Rates[NameOf(rate.Tier, rate.Kind)] = TypedDollars.Written(rate.Rate, rate.Kind.ListedPer());
        return form;
    }

    public static string NameOf(RateTier tier, UsageKind kind) => $"{tier}-{kind}";

    public string? Typed(RateTier tier, UsageKind kind) => Rates.TryGetValue(NameOf(tier, kind), out var typed) && !string.IsNullOrWhiteSpace(typed) ? typed : null;

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public PriceOffer? Read(ChatModel model, DateTime now, TimeZoneInfo zone, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var (cards, above, hours) = (new Dictionary<RateTier, RateCard>(), TypedNumbers.Whole(LongContextAbove), OffPeakHours.Read(Windows ?? "", Weekends));
        foreach (var tier in Enum.GetValues<RateTier>())
        {
            if (CardOf(tier, state, text) is { } card) cards[tier] = card;
        }

        var isLong = cards.ContainsKey(RateTier.LongContext) || !string.IsNullOrWhiteSpace(LongContextAbove);
        var isOffPeak = cards.ContainsKey(RateTier.OffPeak) || Weekends || !string.IsNullOrWhiteSpace(Windows);
        if (isLong && above is not (>= PriceSlip.LeastLongContext and <= ModelDraft.MostTokens)) state.AddModelError("Input.LongContextAbove", text["Errors.Prices.LongContext"]);
        if (isOffPeak && hours is null) state.AddModelError("Input.Windows", text["Errors.Prices.Windows"]);
        cards.TryAdd(RateTier.Standard, None);
        if (isLong) cards.TryAdd(RateTier.LongContext, None);
        if (isOffPeak) cards.TryAdd(RateTier.OffPeak, None);

        var from = StartAt(now, zone);
        if (from is null) state.AddModelError("Input.From", text["Errors.Prices.From"]);
        else if (model.FaultOfStart(from.Value, now) is { } fault) state.AddModelError("Input.From", text[$"Errors.Prices.Start.{fault}"]);
        if (state.IsValid && PriceSlip.In(cards) is { } slip) state.AddModelError(NameOf(slip.Tier, slip.Kind), text[$"Errors.Prices.{slip.Why}"]);
        return state.IsValid ? new PriceOffer(from!.Value, null, cards, isLong ? above : null, isOffPeak ? hours : null) : null;
    }

    private static RateCard None => new(new Dictionary<UsageKind, long>());

    // Null where nothing is typed.
    private RateCard? CardOf(RateTier tier, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var rates = new Dictionary<UsageKind, long>();
        foreach (var kind in UsageKinds.All)
        {
            if (Typed(tier, kind) is not { } typed) continue;
            if (TypedDollars.Read(typed, kind.ListedPer()) is { } rate) rates[kind] = rate;
            else state.AddModelError(NameOf(tier, kind), text[$"Errors.Prices.{PriceSlipKind.Unreadable}"]);
        }

        return rates.Count > 0 ? new(rates) : null;
    }

    // Without a word about it, from the next minute that begins after this one.
    private DateTime? StartAt(DateTime now, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(From)) return new DateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
        if (!DateTime.TryParseExact(From, Minute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local)) return null;
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
