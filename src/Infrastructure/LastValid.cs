using Microsoft.Extensions.Options;

namespace SaaSChat.Infrastructure;

/// <summary>The options as they are now; a change that is not valid is passed over, so that a slip in a running site's settings stops nothing.</summary>
public sealed class LastValid<T> : IDisposable where T : class
{
    private readonly IDisposable? _changes;
    private volatile T _value;

    public LastValid(IOptionsMonitor<T> monitor)
    {
        _value = monitor.CurrentValue;
        _changes = monitor.OnChange((options, _) => _value = options);
    }

    public T Value => _value;

    public void Dispose() => _changes?.Dispose();
}
