using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>The house's assistants, in memory, loaded again when any node changes one. For showing only: what a model is told is read where it is told.</summary>
public sealed class OfferedAssistants : IDisposable
{
    public const string Topic = "assistants";

    private readonly IServiceScopeFactory _scopes;
    private readonly IDisposable _subscription;

    public OfferedAssistants(IServiceScopeFactory scopes, ChangeNotices notices)
    {
        _scopes = scopes;
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Assistant> Now { get; private set; } = [];

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        Now = await db.Assistants.AsNoTracking().Offered().OrderBy(a => a.CreatedAt).ThenBy(a => a.Name).ToListAsync(cancel);
    }

    public void Dispose() => _subscription.Dispose();
}
