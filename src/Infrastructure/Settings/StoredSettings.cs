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
    private readonly ILogger<StoredSettings> _log;
    private readonly IDisposable _subscription;

    internal StoredSettings(IServiceScopeFactory scopes, SettingOverrides overrides, ChangeNotices notices, ILogger<StoredSettings> log)
    {
        (_scopes, _overrides, _log) = (scopes, overrides, log);
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Settings.AsNoTracking().ToListAsync(cancel);
        _overrides.Replace(rows.Where(MayOverride).ToDictionary(s => s.Key, s => s.Value, StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _subscription.Dispose();

    // Somebody with a hand in the database must not reach a key, or set a value, that an admin could not.
    private bool MayOverride(Setting setting)
    {
        if (SettingCatalogue.Find(setting.Key) is { } known && known.Key == setting.Key && known.Kind.Read(setting.Value) == setting.Value) return true;

        _log.LogError("The row {Key} of table Settings is ignored: its key may not be overridden, or its value is not one it may have", setting.Key);
        return false;
    }
}
