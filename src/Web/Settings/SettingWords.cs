using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Settings;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Settings;

/// <summary>Settings in words: keys are for whoever configures the site.</summary>
public static class SettingWords
{
    private static readonly (string Unit, TimeSpan Span)[] Units =
        [("Days", TimeSpan.FromDays(1)), ("Hours", TimeSpan.FromHours(1)), ("Minutes", TimeSpan.FromMinutes(1)), ("Seconds", TimeSpan.FromSeconds(1))];

    public static string Group(SettingDefinition setting) => setting.Key[..setting.Key.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Rate limits have two numbers each: how many, and within which time.</summary>
    public static string Name(this IStringLocalizer<Text> text, SettingDefinition setting) => setting.Key.Split(':') is ["RateLimits", var limit, var part]
        ? text[$"Settings.Of.RateLimits.{part}", text[$"Settings.Of.RateLimits.{limit}"].Value]
        : text[$"Settings.Of.{setting.Key.Replace(':', '.')}"];

    public static string Words(this IStringLocalizer<Text> text, Fmt fmt, SettingDefinition setting, string value) => setting.Kind switch
    {
        SwitchKind => text[value == "true" ? "Settings.On" : "Settings.Off"],
        WholeNumberKind when setting.Key.EndsWith("Percent", StringComparison.Ordinal) => fmt.Percent(Whole(value) / 100m),
        WholeNumberKind => fmt.Number(Whole(value)),
        DurationKind => text.Span(fmt, TimeSpan.Parse(value, CultureInfo.InvariantCulture)),
        ChoiceKind => text[$"Settings.Of.{setting.Key.Replace(':', '.')}.{value}"],
        RolloutKind when Rollout.Read(value) is { } rollout => text.Covered(fmt, rollout),
        _ => value.Length == 0 ? "–" : value,
    };

    /// <summary>"30 days", "90 minutes": in the largest unit that it is whole in.</summary>
    public static string Span(this IStringLocalizer<Text> text, Fmt fmt, TimeSpan span)
    {
        var (amount, unit) = Split(span);
        return text.Count($"Settings.Span.{unit}", amount, fmt);
    }

    public static (long Amount, string Unit) Split(TimeSpan span)
    {
        var (unit, size) = Array.Find(Units, u => span >= u.Span && span.Ticks % u.Span.Ticks == 0) is { Unit: not null } found ? found : Units[^1];
        return (span.Ticks / size.Ticks, unit);
    }

    /// <summary>Null when the unit is none of ours, or the span longer than any.</summary>
    public static TimeSpan? Join(long amount, string? unit) =>
        Array.Find(Units, u => u.Unit == unit) is { Unit: not null, Span: var size } && amount >= 0 && amount <= TimeSpan.MaxValue.Ticks / size.Ticks ? size * amount : null;

    public static IEnumerable<string> UnitNames => Units.Select(u => u.Unit).Reverse();

    private static string Covered(this IStringLocalizer<Text> text, Fmt fmt, Rollout rollout) => rollout switch
    {
        { IsForEverybody: true } => text["Settings.Everybody"],
        { Percent: 0, Named.Count: 0 } => text["Settings.Nobody"],
        { Percent: 0 } => text.Count("Settings.Named", rollout.Named.Count, fmt),
        { Named.Count: 0 } => text["Settings.Part", fmt.Percent(rollout.Percent / 100m)],
        _ => text["Settings.PartAndNamed", fmt.Percent(rollout.Percent / 100m), text.Count("Settings.Named", rollout.Named.Count, fmt)],
    };

    private static long Whole(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
