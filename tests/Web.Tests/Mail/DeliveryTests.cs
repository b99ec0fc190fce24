using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>What reaches the mail server.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly MailApp _app = new();

    [Theory]
    [InlineData("en", "Choose a new SaaSChat password", "Hello Sara,", "ltr")]
    [InlineData("ar", "عيِّن كلمة مرور جديدة لحسابك في \u2068SaaSChat\u2069", "أهلًا \u2068Sara\u2069،", "rtl")]
    public async Task A_letter_arrives_whole_as_text_and_as_HTML(string language, string subject, string greeting, string direction)
    {
        var id = await _app.WriteAsync(language: language);

        Assert.Equal(DeliveryOutcome.Taken, await _app.SendAsync(id));

        var letter = Assert.Single(_app.MailServer.Received);
        Assert.Equal(subject, letter.Subject);
        Assert.Equal(["text/plain", "text/html"], letter.PartTypes);
        Assert.StartsWith(greeting, letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://chat.example" + MailApp.Link, letter.Text, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://chat.example{MailApp.Link}\"", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_headers_say_what_a_mail_program_wants_to_know()
    {
        var id = await _app.WriteAsync(language: "ar");

        await _app.SendAsync(id);

        var letter = Assert.Single(_app.MailServer.Received);
        Assert.Equal(["RCPT TO:<sara@example.com>"], letter.Recipients);
        Assert.Equal("sara@example.com", letter.Header("To"));
        Assert.Equal("SaaSChat <no-reply@saaschat.example>", letter.Header("From").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal($"<{id:N}@saaschat.example>", letter.Header("Message-ID"));
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        Assert.Equal("ar", letter.Header("Content-Language"));
        Assert.StartsWith("multipart/alternative", letter.Header("Content-Type"), StringComparison.Ordinal);
        Assert.True(DateTimeOffset.UtcNow - DateTimeOffset.Parse(letter.Header("Date"), System.Globalization.CultureInfo.InvariantCulture) < TimeSpan.FromMinutes(1));
        Assert.All(letter.Raw.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public async Task Password_and_letter_are_said_only_under_TLS()
    {
        await _app.SendAsync(await _app.WriteAsync());

        var letter = Assert.Single(_app.MailServer.Received);
        Assert.True(letter.Secure);
        Assert.Equal(SmtpServer.User, letter.User);
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_trusted_gets_nothing()
    {
        _app.MailServer.Certificate = ServerCertificate.Untrusted;

        await RefusesToTalkAsync("certificate");
    }

    [Fact]
    public async Task A_server_without_TLS_gets_nothing()
    {
        _app.MailServer.Mood = SmtpMood.OffersNoTls;

        await RefusesToTalkAsync("secure");
    }

    [Theory]
    [InlineData(SmtpMood.DropsTheLine, "could not be used")]
    [InlineData(SmtpMood.WantsAnotherPassword, "wants another Smtp:User or Smtp:Password (530)")]
    public async Task A_server_that_serves_nobody_is_left_alone(SmtpMood mood, string reason)
    {
        _app.MailServer.Mood = mood;
        var id = await _app.WriteAsync();

        Assert.Equal(DeliveryOutcome.Unavailable, await _app.SendAsync(id));

        Assert.Contains(reason, (await _app.RowAsync(id)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_in_time()
    {
        _app.MailServer.Mood = SmtpMood.SaysNothing;
        await using var impatient = _app.Node(("Smtp:Timeout", "00:00:01"));
        var id = await _app.WriteAsync();

        Assert.Equal(DeliveryOutcome.Unavailable, await MailApp.SendAsync(id, impatient));

        Assert.Equal("the mail server did not answer within 00:00:01", (await _app.RowAsync(id)).Error);
    }

    [Fact]
    public async Task An_address_that_is_none_is_given_up_without_asking_the_server()
    {
        var id = await _app.WriteAsync(to: "sara@@example");

        Assert.Equal(DeliveryOutcome.Refused, await _app.SendAsync(id));

        Assert.Empty(_app.MailServer.Heard);
        Assert.NotNull((await _app.RowAsync(id)).GivenUpAt);
    }

    public void Dispose() => _app.Dispose();

    private async Task RefusesToTalkAsync(string reason)
    {
        var id = await _app.WriteAsync();

        Assert.Equal(DeliveryOutcome.Unavailable, await _app.SendAsync(id));

        Assert.DoesNotContain(_app.MailServer.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Contains(reason, (await _app.RowAsync(id)).Error, StringComparison.Ordinal);
    }
}
