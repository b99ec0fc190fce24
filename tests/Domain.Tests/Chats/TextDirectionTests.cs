using SaaSChat.Domain.Chats;

namespace SaaSChat.Domain.Tests.Chats;

public sealed class TextDirectionTests
{
    [Theory]
    [InlineData("Hello", "ltr")]
    [InlineData("مرحبا", "rtl")]
    [InlineData("שלום", "rtl")]
    [InlineData("ASP.NET إطار عمل لبناء مواقع الوب", "rtl")]
    [InlineData("The word سلام means peace", "ltr")]
    [InlineData("A ب", "ltr")]
    [InlineData("ب A", "rtl")]
    [InlineData("\U0001EE00\U0001EE01", "rtl")]
    public void The_majority_of_letters_decides_and_the_first_one_when_they_are_as_many(string text, string direction) =>
        Assert.Equal(direction, TextDirection.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("12.50 + 3 = 15.50")]
    [InlineData("١٢٣")]
    [InlineData("… — !?")]
    [InlineData("\uD800")]
    [InlineData("`code`")]
    public void What_has_no_letters_reads_as_what_is_around_it(string text) => Assert.Null(TextDirection.Of(text));

    [Theory]
    [InlineData("شغّل `docker compose up --build --detach` الآن", "rtl")]
    [InlineData("شغّل ``docker ` compose up`` الآن", "rtl")]
    [InlineData("انظر https://example.com/a/very/long/address هنا", "rtl")]
    [InlineData("مثال:\n```\nvar everything = here.IsCode();", "rtl")]
    [InlineData("Say `مرحبا بكم جميعا` now", "ltr")]
    [InlineData("A ` alone is no code", "ltr")]
    public void Code_and_addresses_have_no_say(string text, string direction) => Assert.Equal(direction, TextDirection.Of(text));
}
