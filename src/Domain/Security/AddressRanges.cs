using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Domain.Security;

/// <summary>Addresses and networks as an operator writes them: 10.0.0.7, 10.0.0.0/8, 2001:db8::/32.</summary>
public sealed class AddressRanges
{
    private AddressRanges(IReadOnlyList<IPNetwork> networks) => Networks = networks;

    public IReadOnlyList<IPNetwork> Networks { get; }

    /// <summary>The ranges, or the first entry that is none.</summary>
    public static (AddressRanges? Ranges, string? Malformed) Parse(IEnumerable<string> entries)
    {
        var networks = new List<IPNetwork>();
        foreach (var entry in entries)
        {
            if (TryParse(entry) is not { } network) return (null, entry);
            networks.Add(network);
        }

        return (new AddressRanges(networks), null);
    }

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var network in Networks)
        {
            if (network.Contains(plain)) return true;
        }

        return false;
    }

    // "10.0.1" would be read as 10.0.0.1.
    private static bool IsWhole(string entry, IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 || entry.Count(c => c == '.') == 3;

    private static IPNetwork? TryParse(string entry)
    {
        if (entry.Contains('/', StringComparison.Ordinal)) return IPNetwork.TryParse(entry, out var network) ? network : null;
        return IPAddress.TryParse(entry, out var address) && IsWhole(entry, address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
