using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>Hands the keys that admins keep to this node's pools, and again when any node changes one.</summary>
public sealed class StoredKeys : IDisposable
{
    public const string Topic = "provider-keys";

    private readonly IServiceScopeFactory _scopes;
    private readonly ConnectedProviders _providers;
    private readonly KeySeal _seal;
    private readonly ILogger<StoredKeys> _log;
    private readonly IDisposable _subscription;

    internal StoredKeys(IServiceScopeFactory scopes, ConnectedProviders providers, KeySeal seal, ChangeNotices notices, ILogger<StoredKeys> log)
    {
        (_scopes, _providers, _seal, _log) = (scopes, providers, seal, log);
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().ProviderKeys.AsNoTracking().Known().OrderBy(k => k.AddedAt).ToListAsync(cancel);
        var opened = new List<(ProviderKey, string)>();
        foreach (var row in rows)
        {
            if (_seal.Open(row) is { } key) opened.Add((row, key));
            else _log.LogError("Key {Key} of {Provider} cannot be opened by this key ring; add it again", row.Id, row.Provider);
        }

        _providers.Keep(opened);
    }

    public void Dispose() => _subscription.Dispose();
}
