using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Tests.Settings;

public sealed class SettingKindTests
{
    private static readonly WholeNumberKind OneToTen = new(1, 10);
    private static readonly DurationKind UpToADay = new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    private static readonly TextListKind ThreeWords = new(3, 5);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("on", null)]
    [InlineData("", null)]
    public void A_switch_is_true_or_false(string text, string? read) => Assert.Equal(read, new SwitchKind().Read(text));

    [Theory]
    [InlineData("Invitation", "Invitation")]
    [InlineData(" closed ", "Closed")]
    [InlineData("Opened", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void A_choice_is_one_of_its_words(string text, string? read) => Assert.Equal(read, ChoiceKind.Of<RegistrationMode>().Read(text));

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 010 ", "10")]
    [InlineData("0", null)]
    [InlineData("11", null)]
    [InlineData("1.5", null)]
    [InlineData("1,0", null)]
    [InlineData("٣", null)]
    public void A_whole_number_keeps_to_its_bounds(string text, string? read) => Assert.Equal(read, OneToTen.Read(text));

    [Theory]
    [InlineData("0:05:00", "00:05:00")]
    [InlineData("1.00:00:00", "1.00:00:00")]
    [InlineData("00:00:00", null)]
    [InlineData("-00:05:00", null)]
    [InlineData("1.00:00:01", null)]
    [InlineData("1", null)]
    public void A_duration_keeps_to_its_bounds_and_a_bare_number_is_not_one(string text, string? read) => Assert.Equal(read, UpToADay.Read(text));

    [Theory]
    [InlineData("a,b , c", "a, b, c")]
    [InlineData("", "")]
    [InlineData("a,b,c,d", null)]
    [InlineData("toolong", null)]
    [InlineData("a\nb", null)]
    public void A_text_list_keeps_to_its_bounds(string text, string? read) => Assert.Equal(read, ThreeWords.Read(text));

    [Fact]
    public void What_was_read_reads_the_same_again()
    {
        Assert.Equal("00:05:00", UpToADay.Read(UpToADay.Read("0:5:0")!));
        Assert.Equal("a, b", ThreeWords.Read(ThreeWords.Read("a,b")!));
    }
}
