using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Settings;

/// <summary>Between a setting as it is stored and as people type it.</summary>
public sealed class SettingForms(AppDbContext db, ILookupNormalizer normalizer, IStringLocalizer<Text> text, Fmt fmt)
{
    private static readonly char[] Breaks = ['\r', '\n', ',', ';', ' ', '\t'];

    public async Task<SettingForm> ShowAsync(SettingValue setting, CancellationToken cancel)
    {
        var form = new SettingForm { Value = setting.Now, Version = setting.Row is { } row ? RowVersions.Written(row.RowVersion) : null };
        if (setting.Definition.Kind is DurationKind)
        {
            var (amount, unit) = SettingWords.Split(TimeSpan.Parse(setting.Now, CultureInfo.InvariantCulture));
            (form.Value, form.Unit) = (amount.ToString(CultureInfo.InvariantCulture), unit);
        }
        else if (setting.Definition.Kind is RolloutKind && Rollout.Read(setting.Now) is { } rollout)
        {
            form.Value = rollout.Percent.ToString(CultureInfo.InvariantCulture);
            form.Names = string.Join('\n', await db.Users.Where(u => rollout.Named.Contains(u.Id)).OrderBy(u => u.Email).Select(u => u.Email).ToListAsync(cancel));
        }

        return form;
    }

    /// <summary>The value as it is stored, or what is wrong with it.</summary>
    public async Task<(string? Value, string? Fault)> ReadAsync(SettingDefinition setting, SettingForm form, CancellationToken cancel)
    {
        var (typed, fault) = setting.Kind switch
        {
            WholeNumberKind => (TypedNumbers.Whole(form.Value)?.ToString(CultureInfo.InvariantCulture), null),
            DurationKind => (TypedNumbers.Whole(form.Value) is { } amount ? SettingWords.Join(amount, form.Unit)?.ToString("c", CultureInfo.InvariantCulture) : null, null),
            RolloutKind => await ReadRolloutAsync(form, cancel),
            _ => (form.Value ?? "", null),
        };
        return typed is not null && setting.Kind.Read(typed) is { } value ? (value, null) : (null, fault ?? Bounds(setting.Kind));
    }

    private async Task<(string? Value, string? Fault)> ReadRolloutAsync(SettingForm form, CancellationToken cancel)
    {
        if (TypedNumbers.Whole(form.Value) is not (>= 0 and <= 100 and var percent)) return (null, null);

        var named = (form.Names ?? "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > Rollout.MostNamed) return (null, text["Errors.Settings.TooManyNames", fmt.Number(Rollout.MostNamed)]);

        var normal = named.ConvertAll(n => normalizer.NormalizeEmail(n));
        var known = await db.Users.Where(u => u.DeletedAt == null && normal.Contains(u.NormalizedEmail!)).Select(u => new { u.Id, u.NormalizedEmail }).ToListAsync(cancel);
        return named.Find(n => !known.Exists(k => k.NormalizedEmail == normalizer.NormalizeEmail(n))) is { } stranger
            ? (null, text["Errors.Settings.NoSuchPerson", Bidi.Isolate(stranger)])
            : (new Rollout((int)percent, [.. known.Select(k => k.Id)]).ToString(), null);
    }

    private string Bounds(SettingKind kind) => kind switch
    {
        WholeNumberKind number => text["Errors.Settings.Number", fmt.Number(number.Min), fmt.Number(number.Max)],
        DurationKind span => text["Errors.Settings.Time", text.Span(fmt, span.Min), text.Span(fmt, span.Max)],
        RolloutKind => text["Errors.Settings.Number", fmt.Number(0), fmt.Number(100)],
        _ => text["Errors.Settings.Value"],
    };
}
