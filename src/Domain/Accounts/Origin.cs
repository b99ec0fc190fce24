using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Domain.Accounts;

/// <summary>Where a guest comes from, as coarsely as it is good for: the network (IPv4 /24, IPv6 /48) and the family of the browser.</summary>
public static class Origin
{
    // Each later one also calls itself by the name of an earlier one.
    private static readonly (string Mark, string Family)[] Families =
        [("Edg", "edge"), ("OPR/", "opera"), ("SamsungBrowser/", "samsung"), ("Firefox/", "firefox"), ("FxiOS/", "firefox"), ("CriOS/", "chrome"), ("Chrome/", "chrome"), ("Safari/", "safari")];

    public static string Of(IPAddress address, string userAgent) => $"{NetworkOf(address)} {FamilyOf(userAgent)}";

    public static string FamilyOf(string userAgent) =>
        Array.Find(Families, f => userAgent.Contains(f.Mark, StringComparison.Ordinal)).Family ?? "other";

    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 3));
    }
}
