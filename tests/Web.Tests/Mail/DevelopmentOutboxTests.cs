using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>What a developer sees of the letters.</summary>
public sealed class DevelopmentOutboxTests : IDisposable
{
    private const string Hostile = "<!DOCTYPE html><p>Hello</p><script>alert(1)</script>";

    private readonly TestApp _app = new();

    private DevelopmentOutbox Outbox => _app.Services.GetRequiredService<DevelopmentOutbox>();

    [Theory]
    [InlineData("en", "No letters yet")]
    [InlineData("ar", "لا رسائل بعد")]
    public async Task Nobody_need_sign_in_to_see_that_there_is_nothing_yet(string language, string words)
    {
        var page = await _app.Visit(language).OpenAsync("/dev/mail");

        Assert.Equal(words, page.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task Letters_are_listed_newest_first_and_stay_after_a_restart()
    {
        foreach (var subject in new[] { "first", "second", "third" }) await KeepAsync(subject);
        await using var restarted = _app.Node();

        var page = await restarted.Visit().OpenAsync("/dev/mail");

        Assert.Equal(["third", "second", "first"], page.QuerySelectorAll("tbody a").Select(a => a.TextContent.Trim()));
        Assert.Contains("sara@example.com", page.QuerySelector("tbody .muted bdi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_shown_with_its_text_and_its_link_and_its_HTML_in_a_sandbox()
    {
        var id = await KeepAsync("hello");

        var page = await _app.Visit().OpenAsync($"/dev/mail/{id}");

        var frame = page.QuerySelector("iframe")!;
        Assert.Equal($"/dev/mail/{id}/html", frame.GetAttribute("src"));
        Assert.Equal("allow-popups allow-popups-to-escape-sandbox", frame.GetAttribute("sandbox"));
        Assert.NotNull(page.QuerySelector("a[href='http://localhost/account/confirm?token=1']"));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("frame-src 'self'", (await PolicyAsync($"/dev/mail/{id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_HTML_itself_may_run_and_load_nothing()
    {
        var id = await KeepAsync("hello");

        using var html = await _app.Visit().Client.GetAsync($"/dev/mail/{id}/html");
        var policy = await PolicyAsync($"/dev/mail/{id}/html");

        Assert.Equal(Hostile, await html.Content.ReadAsStringAsync());
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/mail/0f1d2a00-0000-4000-8000-000000000001")]
    [InlineData("/dev/mail/0f1d2a00-0000-4000-8000-000000000001/html")]
    [InlineData("/dev/mail/..%2f..%2ftest.db")]
    public async Task A_letter_that_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_app.Visit(), path));

    [Fact]
    public async Task Only_the_last_two_hundred_letters_are_kept()
    {
        for (var i = 0; i < 203; i++) await KeepAsync($"{i}");

        var kept = await Outbox.NewestFirstAsync(CancellationToken.None);

        Assert.Equal((200, "202", "3"), (kept.Count, kept[0].Letter.Subject, kept[^1].Letter.Subject));
    }

    [Fact]
    public async Task Outside_Development_none_of_it_exists()
    {
        await using var production = _app.Production();
        var layla = production.Visit();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(layla, "/dev/mail"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(layla, $"/dev/mail/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(layla, $"/dev/mail/{Guid.NewGuid()}/html"));
    }

    [Fact]
    public async Task Where_mail_is_switched_off_a_letter_is_given_up_at_once()
    {
        await using var silent = _app.Node(("Mail:Enabled", "false"));

        var delivery = await silent.Services.GetRequiredService<IMailTransport>().SendAsync(LetterOf("x"), CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Refused, delivery.Outcome);
    }

    public void Dispose() => _app.Dispose();

    private async Task<Guid> KeepAsync(string subject)
    {
        var letter = LetterOf(subject);
        await Outbox.SendAsync(letter, CancellationToken.None);
        return letter.MessageId;
    }

    private async Task<string> PolicyAsync(string path)
    {
        using var response = await _app.Visit().Client.GetAsync(path);
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }

    private static Letter LetterOf(string subject) =>
        new(Guid.NewGuid(), "sara@example.com", "en", subject, "Hello\r\nhttp://localhost/account/confirm?token=1\r\n", Hostile);

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var response = await visitor.Client.GetAsync(path);
        return response.StatusCode;
    }
}
