using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>
/// Overrides a configuration key, or gives it back to the configuration. The version is that of the row as it was shown, null when there
/// was none. Answers null when done: this node has the new value then, the others within three seconds.
/// </summary>
public sealed class SettingChange(AppDbContext db, AuditLog audit, ChangeNotices notices, SettingPreview preview, TimeProvider clock)
{
    public async Task<SettingRefusal?> SetAsync(
        string key, string value, AuditActor actor, string? reason, byte[]? version, CancellationToken cancel)
    {
        if (SettingCatalogue.Find(key) is not { } definition) return SettingRefusal.UnknownKey;
        if (definition.Kind.Read(value) is not { } read) return SettingRefusal.InvalidValue;

        return await ChangeAsync(definition.Key, read, actor, reason, version, cancel);
    }

    public async Task<SettingRefusal?> ClearAsync(string key, AuditActor actor, string? reason, byte[]? version, CancellationToken cancel) =>
        SettingCatalogue.Find(key) is { } definition
            ? await ChangeAsync(definition.Key, null, actor, reason, version, cancel)
            : SettingRefusal.UnknownKey;

    private Task<SettingRefusal?> ChangeAsync(
        string key, string? value, AuditActor actor, string? reason, byte[]? version, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            // First, because it locks: whoever comes second waits here, so the row read below is the truth until commit.
            await notices.RaiseAsync(db, StoredSettings.Topic, cancel);

            var rows = await db.Settings.ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancel);
            var row = rows.GetValueOrDefault(key);
            if (!(row?.RowVersion ?? []).SequenceEqual(version ?? [])) return SettingRefusal.Stale;
            if (row?.Value == value) return default(SettingRefusal?);
            if (Contradicts(rows, key, value)) return SettingRefusal.InvalidValue;

            var act = new AuditAct(AuditAction.SettingChanged, key, Before: row?.Value, After: value);
            Write(row, key, value);
            await audit.RecordAsync(actor, act, reason, cancel);
            return null;
        }, cancel);

    // A section that is already at fault may be changed in any order; its rows are not followed until they agree.
    private bool Contradicts(IReadOnlyDictionary<string, Setting> rows, string key, string? value)
    {
        var before = rows.Values.Where(s => SettingCatalogue.Allows(s.Key, s.Value)).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var after = new Dictionary<string, string>(before, StringComparer.Ordinal);
        if (value is null) after.Remove(key);
        else after[key] = value;
        return preview.Failing(after).Except(preview.Failing(before)).Any(check => check.Covers(key));
    }

    private void Write(Setting? row, string key, string? value)
    {
        if (value is null) db.Settings.Remove(row!);
        else if (row is null) db.Settings.Add(new Setting(key, value, clock.UtcNow()));
        else row.Change(value, clock.UtcNow());
    }
}
