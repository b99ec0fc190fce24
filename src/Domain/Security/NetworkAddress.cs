using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Domain.Security;

/// <summary>Who is at the other end, as far as the network tells: an IPv4 address, or the /64 that one IPv6 subscriber is given whole.</summary>
public readonly record struct NetworkAddress
{
    private const string SubnetMark = "/64";

    private readonly ulong _bits;
    private readonly bool _isV6;

    private NetworkAddress(ulong bits, bool isV6) => (_bits, _isV6) = (bits, isV6);

    public static NetworkAddress Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        plain.TryWriteBytes(bytes, out _);
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? new NetworkAddress(BinaryPrimitives.ReadUInt64BigEndian(bytes), isV6: true)
            : new NetworkAddress(BinaryPrimitives.ReadUInt32BigEndian(bytes), isV6: false);
    }

    public static NetworkAddress? Parse(string text)
    {
        var address = text.EndsWith(SubnetMark, StringComparison.Ordinal) ? text[..^SubnetMark.Length] : text;
        return IPAddress.TryParse(address, out var parsed) ? Of(parsed) : null;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        if (_isV6)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, _bits);
            return new IPAddress(bytes) + SubnetMark;
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)_bits);
        return new IPAddress(bytes[..4]).ToString();
    }
}
