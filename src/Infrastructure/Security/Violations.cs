using System.Net;
using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

/// <summary>Counts violations on this node, in memory, and orders a ban when they reach the threshold.</summary>
public sealed class Violations(LastValid<ViolationOptions> options, KnownProxies proxies, BanOrders orders, TimeProvider clock)
{
    private const int Capacity = 50_000;

    private readonly ViolationScores _scores = new(Capacity);

    public void Note(Violation violation, IPAddress? address, Guid? userId)
    {
        var now = options.Value;
        if (!now.Enabled || now.WeightOf(violation) is not (> 0 and var weight)) return;

        // A known proxy stands for everybody behind it: its own address shows only when it did not say who asked.
        if (address is not null && !now.NeverBannedRanges.Contains(address) && !proxies.Ranges.Contains(address))
            Count(Offender.At(NetworkAddress.Of(address)), weight, now);
        if (userId is { } id) Count(Offender.User(id), weight, now);
    }

    private void Count(Offender offender, int weight, ViolationOptions now)
    {
        var at = clock.UtcNow();
        var score = _scores.Add(offender, weight, at, now.Window);
        if (score < now.Threshold) return;

        _scores.Forget(offender);
        orders.Add(new BanOrder(offender, score), at + now.BanFor);
    }
}
