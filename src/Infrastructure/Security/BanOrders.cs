using System.Collections.Concurrent;
using System.Threading.Channels;
using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

public sealed record BanOrder(Offender Offender, int Score);

/// <summary>Bans that are decided but not saved yet; the request that caused one does not wait for the database.</summary>
public sealed class BanOrders
{
    // An attack that fills this has the database's whole attention already; who is not written down now will offend again.
    private const int Capacity = 1000;

    private readonly Channel<BanOrder> _channel = Channel.CreateBounded<BanOrder>(Capacity);
    private readonly ConcurrentDictionary<Offender, DateTime> _held = new();

    public IAsyncEnumerable<BanOrder> AllAsync(CancellationToken cancel) => _channel.Reader.ReadAllAsync(cancel);

    /// <summary>Held on this node from now on, and saved for the others in a moment.</summary>
    public void Add(BanOrder order, DateTime until)
    {
        if (!_held.TryAdd(order.Offender, until)) return;
        if (!_channel.Writer.TryWrite(order)) _held.TryRemove(order.Offender, out _);
    }

    public void Done(BanOrder order) => _held.TryRemove(order.Offender, out _);

    public DateTime? HeldUntil(Offender offender) => !_held.IsEmpty && _held.TryGetValue(offender, out var until) ? until : null;
}
