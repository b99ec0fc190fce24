using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>The addresses of the open internet: none of this machine, of a private network, or of a cloud's own services.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Others =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork[] Open = [IPNetwork.Parse("2000::/3")];

    // Inside the open range: documentation, and tunnels that carry an IPv4 address of their own.
    private static readonly IPNetwork[] NotOpen = [IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16")];

    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Others.Any(n => n.Contains(address))
            : Open.Any(n => n.Contains(address)) && !NotOpen.Any(n => n.Contains(address));
    }
}
