using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!2026")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("iloveyou2026!!")]
    [InlineData("letmeinletmein")]
    [InlineData("123412341234")]
    public void What_everybody_tries_first_is_refused(string password) =>
        Assert.Equal(PasswordRefusal.Common, PasswordRules.Check(password, "sara@example.com", "Sara"));

    [Theory]
    [InlineData("violet tram under glass")]
    [InlineData("correct horse battery staple")]
    [InlineData("ثلاثة جمال تعبر الجسر ليلاً")]
    [InlineData("kX9#mQ2$vL7!")]
    [InlineData("4815162342108")]
    public void A_long_password_of_ones_own_needs_no_digits_or_signs(string password) =>
        Assert.Null(PasswordRules.Check(password, "sara@example.com", "Sara"));

    [Fact]
    public void Twelve_characters_are_enough_and_eleven_are_not()
    {
        Assert.Equal(PasswordRefusal.TooShort, PasswordRules.Check("kX9#mQ2$vL7", "sara@example.com", "Sara"));
        Assert.Null(PasswordRules.Check("kX9#mQ2$vL7!", "sara@example.com", "Sara"));
    }

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_kept_whole_and_one_more_is_refused()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => $"{(char)('a' + (i * 7 % 26))}{i % 10}"));

        Assert.Null(PasswordRules.Check(longest, "sara@example.com", "Sara"));
        Assert.Equal(PasswordRefusal.TooLong, PasswordRules.Check(longest + "x", "sara@example.com", "Sara"));
    }

    [Theory]
    [InlineData("sara@example.com")]
    [InlineData("Sara.Ahmad!26")]
    [InlineData("saraahmad123")]
    public void Ones_own_address_or_name_with_a_little_added_is_refused(string password) =>
        Assert.Equal(PasswordRefusal.AboutYou, PasswordRules.Check(password, password.Contains('@', StringComparison.Ordinal) ? password : "saraahmad@example.com", "Sara.Ahmad"));
}
