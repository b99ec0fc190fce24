using System.Text;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class TotpTests
{
    // The secret and the moments of RFC 6238, appendix B; the last six of its eight digits.
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(seconds / 30, Totp.FindStep(Secret, code, DateTime.UnixEpoch.AddSeconds(seconds)));

    [Theory]
    [InlineData("287 082")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData("۲۸۷۰۸۲")]
    public void A_code_may_be_typed_in_groups_and_in_any_digits(string typed) => Assert.Equal(1, Totp.FindStep(Secret, typed, DateTime.UnixEpoch.AddSeconds(59)));

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("28708x")]
    [InlineData("287-082")]
    public void Anything_else_is_no_code(string typed) => Assert.Null(Totp.FindStep(Secret, typed, DateTime.UnixEpoch.AddSeconds(59)));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_the_standard_says(string bytes, string letters) => Assert.Equal(letters, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));
}
