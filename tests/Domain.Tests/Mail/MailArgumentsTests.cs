using SaaSChat.Domain.Mail;

namespace SaaSChat.Domain.Tests.Mail;

public sealed class MailArgumentsTests
{
    [Theory]
    [InlineData("  Sara\r\n  Ahmad ", "Sara Ahmad")]
    [InlineData("Sara\u202Egro.live\u2066", "Saragro.live")]
    [InlineData("Sa\0ra\u200F\uFEFF", "Sara")]
    [InlineData("سارة \u061Cأحمد", "سارة أحمد")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩\u200D💻 Sara\uD800", "👩\u200D💻 Sara")]
    [InlineData("\u2028\u00A0", "")]
    public void A_name_is_one_line_without_marks_that_turn_text_around(string typed, string kept) =>
        Assert.Equal(kept, new MailArguments { Name = typed }.Name);

    [Fact]
    public void A_name_of_ten_kilobytes_is_cut_between_characters()
    {
        var name = new MailArguments { Name = "x" + string.Concat(Enumerable.Repeat("😀", 2500)) }.Name!;

        Assert.Equal(99, name.Length);
        Assert.EndsWith("😀", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("account/reset")]
    [InlineData("/")]
    [InlineData("")]
    public void A_button_leads_to_a_path_of_ours_only(string path) => Assert.Throws<ArgumentException>(() => new MailArguments { Path = path });
}
