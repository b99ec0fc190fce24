using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>The models that people may choose from, in memory, loaded again when any node changes one. For showing only: what is charged is read where it is charged.</summary>
public sealed class OfferedModels : IDisposable
{
    public const string Topic = "models";

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private volatile IReadOnlyList<ChatModel> _models = [];

    public OfferedModels(IServiceScopeFactory scopes, ChangeNotices notices, TimeProvider clock)
    {
        (_scopes, _clock) = (scopes, clock);
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<ChatModel> Now
    {
        get
        {
            var now = _clock.UtcNow();
            return [.. _models.Where(m => m.IsOfferedAt(now))];
        }
    }

    /// <summary>Of any model that is known, offered or not; its key where it is gone.</summary>
    public string NameOf(string key) => _models.FirstOrDefault(m => m.Key == key)?.Name ?? key;

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        _models = await db.ChatModels.AsNoTracking().WithPrices().OrderBy(m => m.Order).ThenBy(m => m.Name).ToListAsync(cancel);
    }

    public void Dispose() => _subscription.Dispose();
}
