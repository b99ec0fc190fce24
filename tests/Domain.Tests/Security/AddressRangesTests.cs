using System.Net;
using SaaSChat.Domain.Security;

namespace SaaSChat.Domain.Tests.Security;

public sealed class AddressRangesTests
{
    private static readonly AddressRanges Ranges = AddressRanges.Parse(["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]).Ranges!;

    [Theory]
    [InlineData("10.200.3.4", true)]
    [InlineData("::ffff:10.200.3.4", true)]
    [InlineData("11.0.0.1", false)]
    [InlineData("192.0.2.1", true)]
    [InlineData("192.0.2.2", false)]
    [InlineData("2001:db8:ffff::1", true)]
    [InlineData("2001:db9::1", false)]
    public void Contain_what_lies_in_them(string address, bool contained) => Assert.Equal(contained, Ranges.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0")]
    [InlineData("localhost")]
    public void Name_the_entry_that_is_none(string entry) => Assert.Equal(entry, AddressRanges.Parse(["10.0.0.1", entry]).Malformed);
}
