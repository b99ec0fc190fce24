namespace SaaSChat.Domain.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("a\0b\u0007c\u001B[0m", "abc[0m")]
    [InlineData("pay \u202Efdp.exe\u202C now", "pay fdp.exe now")]
    [InlineData("\u2066left\u2069 \u200Fright\u200E", "left right")]
    [InlineData("in\u200Bvis\u2060ible\uFEFF", "invisible")]
    [InlineData("hi\U000E0001\U000E0069\U000E0067\U000E006E", "hi")]
    [InlineData("\u3164\uFFA0\u115F", "")]
    [InlineData("\u200D\u200C\u200D", "")]
    public void What_nobody_sees_is_not_there(string typed, string kept) => Assert.Equal(kept, VisibleText.Of(typed));

    [Theory]
    [InlineData("می‌خواهم")]
    [InlineData("👩‍👩‍👧 ❤️‍🔥 1️⃣")]
    [InlineData("السلام عليكم، كَيْفَ الحَال؟ ۝ ٥")]
    [InlineData("one\n\n\ttwo\n    three")]
    [InlineData("葛󠄀城")]
    public void What_scripts_emoji_and_code_need_stays(string typed) => Assert.Equal(typed, VisibleText.Of(typed));

    [Fact]
    public void Joiners_and_variations_carry_no_second_message()
    {
        var smuggled = "a" + string.Concat(Enumerable.Range(0, 500).Select(i => char.ConvertFromUtf32(0xE0100 + (i % 200)))) + new string('\u200D', 500) + "b";

        Assert.InRange(VisibleText.Of(smuggled).Length, 2, 6);
    }

    [Fact]
    public void Lines_end_in_one_way_and_nothing_blank_is_around() => Assert.Equal("a\nb\nc", VisibleText.Of(" \r\na\r\nb\u2028c\n\n "));

    [Fact]
    public void A_title_is_cleaned_by_the_same_rule() => Assert.Equal("a b می‌خواهم", OneLine.Of("a\u202E\n\0 b می‌خواهم\u200B", 40));
}
