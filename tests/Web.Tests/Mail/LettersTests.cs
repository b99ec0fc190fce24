using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>What letters say.</summary>
public sealed class LettersTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTime At = new(2026, 11, 21, 14, 5, 0, DateTimeKind.Utc);

    public static TheoryData<MailKind, string> Every()
    {
        var every = new TheoryData<MailKind, string>();
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            every.Add(kind, "en");
            every.Add(kind, "ar");
        }

        return every;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_letter_is_worded_in_its_readers_language(MailKind kind, string language)
    {
        var letter = await WordAsync(kind, language, new() { Name = "Sara", Address = "new@example.com", Path = "/account/x?token=1", ExpiresAt = At.AddMinutes(30) });

        string[] all = [letter.Subject, letter.Text, letter.Html];
        Assert.All(all, part => Assert.DoesNotContain("Mail.", part, StringComparison.Ordinal));
        Assert.All(all, part => Assert.DoesNotContain('{', part));
        Assert.Equal(language == "ar", letter.Text.Any(c => c is >= '\u0620' and <= '\u064A'));
        Assert.DoesNotContain('\n', letter.Subject);
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task The_HTML_names_its_language_and_direction_and_loads_nothing(string language, string direction)
    {
        var page = Read(await WordAsync(MailKind.AddressChanged, language, new() { Name = "Sara", Address = "new@example.com", Path = "/status" }));

        Assert.Equal((language, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Contains("new@example.com", page.QuerySelectorAll("bdi").Select(b => b.TextContent), StringComparer.Ordinal);
        Assert.Empty(page.QuerySelectorAll("img, link, script, style, [src]"));
        Assert.All(page.Links, link => Assert.StartsWith("http", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_and_HTML_say_the_same()
    {
        var letter = await WordAsync(MailKind.ResetPassword, "en", new() { Name = "Sara", Path = "/account/reset?token=1&x=<2>", ExpiresAt = At.AddMinutes(30) });

        var html = Read(letter);
        string[] said = ["Hello Sara,", "Choose a new password", "The link works once, within 30 minutes.", "your password stays as it is"];
        Assert.All(said, sentence => Assert.Contains(sentence, letter.Text, StringComparison.Ordinal));
        Assert.All(said, sentence => Assert.Contains(sentence, html.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains("/account/reset?token=1&x=<2>\r\n", letter.Text, StringComparison.Ordinal);
        Assert.EndsWith("/account/reset?token=1&x=<2>", html.QuerySelector("a[style*=background]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_tells_when_it_happened_in_UTC()
    {
        var letter = await WordAsync(MailKind.PasswordChanged, "en", new());

        Assert.Contains("on 21 Nov 2026, 14:05 (UTC)", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", MailKind.PaymentReceipt, "1,200.50 USD", "$1,200.50")]
    [InlineData("ar", MailKind.TopUpCharged, "1,200.50 SAR", "1,200.50 ر.س")]
    [InlineData("en", MailKind.PlanReceipt, "1,200 JPY", "JP¥1,200")]
    [InlineData("en", MailKind.LowBalance, "50,000", "50,000")]
    [InlineData("en", MailKind.ApiKeyCreated, "5.00 USD", "5.00 USD")]
    public async Task Money_is_worded_as_on_the_pages_and_what_people_have_named_as_they_did(string language, MailKind kind, string label, string words)
    {
        var letter = await WordAsync(kind, language, new() { Label = label, Path = "/x" });

        Assert.Contains(words, Read(letter).QuerySelectorAll("bdi").Select(b => b.TextContent), StringComparer.Ordinal);
        Assert.Contains(words, letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>Sara</b><img src=x onerror=alert(1)>")]
    [InlineData("Sara\u202E\u2066\r\nBcc: all@example.com")]
    [InlineData("{0} {99} %s")]
    public async Task A_hostile_name_stays_a_name(string name)
    {
        var letter = await WordAsync(MailKind.ResetPassword, "ar", new() { Name = name, Path = "/x" });

        var html = Read(letter);
        Assert.Empty(html.QuerySelectorAll("b, img"));
        Assert.DoesNotContain(letter.Html, c => c is '\u202E' or '\u2066');
        var greeting = letter.Text.Split("\r\n")[0];
        Assert.StartsWith("أهلًا \u2068", greeting, StringComparison.Ordinal);
        Assert.EndsWith("\u2069،", greeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_ten_kilobytes_does_not_fill_the_letter()
    {
        var letter = await WordAsync(MailKind.ResetPassword, "en", new() { Name = new string('x', 10_000) });

        Assert.True(letter.Text.Length < 1000);
    }

    [Fact]
    public async Task The_thread_speaks_its_own_language_again_afterwards()
    {
        var (culture, uiCulture) = (CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("de"));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);

        var letter = await WordAsync(MailKind.AccountDeleted, "ar", new());

        Assert.Equal("ar", letter.Language);
        Assert.Equal((culture, uiCulture), (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }

    [Fact]
    public async Task A_language_that_we_do_not_speak_is_answered_in_English() =>
        Assert.Equal("en", (await WordAsync(MailKind.AccountDeleted, "tlh", new())).Language);

    private static IHtmlDocument Read(Letter letter) => new HtmlParser().ParseDocument(letter.Html);

    private Task<Letter> WordAsync(MailKind kind, string language, MailArguments arguments) =>
        app.InScopeAsync(services => Task.FromResult(services.GetRequiredService<WordLetter>()(OutboxMail.Write(kind, "sara@example.com", language, arguments, At))));
}
