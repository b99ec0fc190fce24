using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Rows that pages show again and again, in memory: loaded again when any node changes one.</summary>
public abstract class Remembered<T> : IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IDisposable _subscription;
    private volatile IReadOnlyList<T> _rows;

    /// <param name="scopes">Where the rows are read.</param>
    /// <param name="notices">Who tells of changes.</param>
    /// <param name="topic">What is raised with each change.</param>
    /// <param name="meanwhile">What there is until they are loaded.</param>
    protected Remembered(IServiceScopeFactory scopes, ChangeNotices notices, string topic, IReadOnlyList<T> meanwhile)
    {
        (_scopes, _rows) = (scopes, meanwhile);
        _subscription = notices.Subscribe(topic, LoadAsync);
    }

    /// <summary>The rows may be others than before.</summary>
    public event EventHandler? Loaded;

    protected IReadOnlyList<T> Rows => _rows;

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        _rows = await ReadAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancel);
        Loaded?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<IReadOnlyList<T>> ReadAsync(AppDbContext db, CancellationToken cancel);
}
