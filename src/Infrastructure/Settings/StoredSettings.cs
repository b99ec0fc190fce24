using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Brings the rows of table Settings into the configuration, and keeps them there while the program serves.</summary>
public sealed class StoredSettings : IDisposable
{
    public const string Topic = "settings";

    private readonly IServiceScopeFactory _scopes;
    private readonly SettingOverrides _overrides;
    private readonly SettingPreview _preview;
    private readonly ILogger<StoredSettings> _log;
    private readonly IDisposable _subscription;

    public StoredSettings(
        IServiceScopeFactory scopes, SettingOverrides overrides, SettingPreview preview, ChangeNotices notices, ILogger<StoredSettings> log)
    {
        (_scopes, _overrides, _preview, _log) = (scopes, overrides, preview, log);
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Settings.AsNoTracking().ToListAsync(cancel);
        var allowed = rows.Where(IsAllowed).ToDictionary(s => s.Key, s => s.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var check in _preview.Failing(allowed)) Ignore(check, allowed);
        _overrides.Replace(allowed);
    }

    public void Dispose() => _subscription.Dispose();

    // Somebody with a hand in the database must not reach a key, or set a value, that an admin could not.
    private bool IsAllowed(Setting setting)
    {
        if (SettingCatalogue.Allows(setting.Key, setting.Value)) return true;

        _log.LogError("The row {Key} of table Settings is ignored: its key may not be overridden, or its value is not one it may have", setting.Key);
        return false;
    }

    // A configuration that has changed under them may make settings contradict it: the site then runs as configured.
    private void Ignore(SettingCheck failing, Dictionary<string, string> overrides)
    {
        foreach (var key in overrides.Keys.Where(failing.Covers).ToList()) overrides.Remove(key);
        _log.LogError("The rows {Section}:* of table Settings are ignored: with them the section would not be valid", failing.Section);
    }
}
