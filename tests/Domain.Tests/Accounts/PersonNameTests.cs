using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("  Sara   Ahmad ", "Sara Ahmad")]
    [InlineData("سارة أحمد", "سارة أحمد")]
    [InlineData("Omar\u202Egnp.exe", "Omargnp.exe")]
    [InlineData("\u2066Layla\u2069\u200F", "Layla")]
    [InlineData("Ali\0\u0007", "Ali")]
    [InlineData("Nour\r\nBcc: x", "Nour Bcc: x")]
    [InlineData("👩‍💻", "👩‍💻")]
    public void Marks_that_could_turn_the_text_around_a_name_are_dropped(string typed, string kept) =>
        Assert.Equal(kept, PersonName.Clean(typed));

    [Theory]
    [InlineData("")]
    [InlineData(" \u202E\u200B ")]
    [InlineData("\u200D\u200C")]
    public void A_name_with_nothing_to_read_is_none(string typed) => Assert.Null(PersonName.Clean(typed));

    [Fact]
    public void Ten_kilobytes_are_not_a_name() => Assert.Null(PersonName.Clean(new string('a', 10_000)));

    [Fact]
    public void A_broken_surrogate_pair_does_not_break_the_cleaning() => Assert.NotNull(PersonName.Clean("Sara\uD83D"));
}
