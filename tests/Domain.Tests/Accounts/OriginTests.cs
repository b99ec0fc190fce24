using System.Net;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class OriginTests
{
    private const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.200", true)]
    [InlineData("198.51.100.7", "198.51.101.7", false)]
    [InlineData("::ffff:198.51.100.7", "198.51.100.9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:ffff::9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:2:2::3", false)]
    public void A_network_is_the_first_24_bits_of_an_address_or_48_of_a_long_one(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Origin.Of(IPAddress.Parse(one), Chrome) == Origin.Of(IPAddress.Parse(other), Chrome));

    [Theory]
    [InlineData(Chrome, "chrome")]
    [InlineData(Chrome + " Edg/142.0.0.0", "edge")]
    [InlineData(Chrome + " OPR/120.0.0.0", "opera")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "firefox")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "safari")]
    [InlineData("curl/8.16.0", "other")]
    [InlineData("", "other")]
    public void Browsers_are_told_apart_by_their_family_alone(string userAgent, string family) => Assert.Equal(family, Origin.FamilyOf(userAgent));
}
