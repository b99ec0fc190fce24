using System.Net;
using SaaSChat.Domain.Security;

namespace SaaSChat.Domain.Tests.Security;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::", "2001:db8:1:2::/64")]
    [InlineData("::1", "::/64")]
    public void An_address_is_written_as_the_subscriber_it_belongs_to(string address, string written) =>
        Assert.Equal(written, NetworkAddress.Of(IPAddress.Parse(address)).ToString());

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("2001:db8:1:2::/64")]
    public void What_was_written_is_read_again(string written) =>
        Assert.Equal(written, NetworkAddress.Parse(written).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("203.0.113.7/33")]
    public void Anything_else_is_no_address(string text) => Assert.Null(NetworkAddress.Parse(text));

    [Fact]
    public void An_IPv4_address_is_never_taken_for_an_IPv6_network() =>
        Assert.NotEqual(NetworkAddress.Of(IPAddress.Parse("0.0.0.1")), NetworkAddress.Of(IPAddress.Parse("0:0:0:1::")));
}
