using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Notices;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>Letters that a person may do without, as the mail server gets them.</summary>
public sealed class UnsubscribeTests(MailApp app) : IClassFixture<MailApp>
{
    private const string Site = "https://chat.example";

    public static TheoryData<MailKind, string> Optional()
    {
        var kinds = new TheoryData<MailKind, string>();
        foreach (var kind in Enum.GetValues<MailKind>().Where(k => k.Topic() is not null))
        {
            kinds.Add(kind, "en");
            kinds.Add(kind, "ar");
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Optional))]
    public async Task One_click_in_the_mail_program_ends_its_kind_and_no_other(MailKind kind, string language)
    {
        var (sara, address) = await AddAsync(language);

        var letter = await ReceiveAsync(kind, address, language, sara);

        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        var link = LinkOf(letter);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var pressed = await app.CreateClient().PostAsync(link, form);
        using var again = await app.CreateClient().PostAsync(link, form);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (pressed.StatusCode, again.StatusCode));
        Assert.Equal([kind.Topic()!.Value], await RefusedAsync(sara));
        Assert.DoesNotContain(sara.ToString(), link, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_link_in_the_letter_asks_first_and_says_what_it_has_done()
    {
        var (sara, address) = await AddAsync("en");
        var letter = await ReceiveAsync(MailKind.LowBalance, address, "en", sara);
        var link = LinkOf(letter)[..^"/one-click".Length];
        Assert.Contains(Site + link, letter.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Site}{link}\"", letter.Html, StringComparison.Ordinal);
        var visitor = app.Visit();

        using var shown = await visitor.Client.GetAsync(LinkOf(letter));
        var page = await visitor.OpenAsync(shown.Headers.Location!.OriginalString);
        Assert.Empty(await RefusedAsync(sara));
        using var done = await visitor.SubmitAsync(page, link, link);

        Assert.Contains("credits that are running low", (await Visitor.PageAsync(done)).QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([MailTopic.LowBalance], await RefusedAsync(sara));
    }

    [Fact]
    public async Task Whoever_has_refused_a_topic_gets_the_notice_and_no_letter()
    {
        var (sara, address) = await AddAsync("en");
        using var pressed = await app.CreateClient().PostAsync(LinkOf(await ReceiveAsync(MailKind.Refilled, address, "en", sara)), null);

        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Telling>().TellAsync(Notice.Of(sara, NoticeKind.Refilled, "refill:1", "", 5, DateTime.UtcNow), MailKind.Refilled, () => Task.FromResult<MailArguments?>(new()), default);
            return true;
        });

        Assert.Equal(1, await app.AskAsync(db => db.Notices.CountAsync(n => n.UserId == sara)));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == address && m.Kind == MailKind.Refilled)));
    }

    [Theory]
    [InlineData(MailKind.ResetPassword)]
    [InlineData(MailKind.PaymentReceipt)]
    [InlineData(MailKind.AccountSuspended)]
    public async Task A_letter_that_always_comes_offers_nothing_of_the_kind(MailKind kind)
    {
        var (sara, address) = await AddAsync("en");

        var letter = await ReceiveAsync(kind, address, "en", sara);

        Assert.DoesNotContain("unsubscribe", letter.Raw + letter.Text + letter.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%2e%2e")]
    public async Task A_link_that_is_not_ours_changes_nothing(string token)
    {
        using var pressed = await app.CreateClient().PostAsync($"/unsubscribe/{token}/one-click", null);

        Assert.Equal(HttpStatusCode.NotFound, pressed.StatusCode);
        Assert.Null((await app.Visit().OpenAsync($"/unsubscribe/{token}")).QuerySelector("main form"));
    }

    [Fact]
    public async Task The_page_of_notifications_shows_what_was_refused_and_takes_it_back()
    {
        var sara = await app.SignedInAsync("sara-choosing");
        const string page = "/account/notifications";
        using var none = await sara.SubmitAsync(page, page, ("Input.Letters", "Exports"));
        Assert.Equal(["Exports"], await CheckedAsync());

        using var two = await sara.SubmitAsync(page, page, ("Input.Letters", "Exports"), ("Input.Letters", "Refills"));

        Assert.Equal(["Refills", "Exports"], await CheckedAsync());

        async Task<IEnumerable<string?>> CheckedAsync() => (await sara.OpenAsync(page)).QuerySelectorAll("#letters input[checked]").Select(i => i.GetAttribute("value"));
    }

    private async Task<(Guid User, string Address)> AddAsync(string language)
    {
        var address = $"sara-{language}-{Guid.NewGuid():N}@example.com";
        return (await app.AddUserAsync(address), address);
    }

    private async Task<ReceivedLetter> ReceiveAsync(MailKind kind, string to, string language, Guid user)
    {
        await app.SendAsync(await app.WriteAsync(kind, language, to, user: user));
        var letter = Assert.Single(app.MailServer.Received, l => l.Recipients.Contains($"RCPT TO:<{to}>", StringComparer.Ordinal));
        Assert.Equal(language, letter.Header("Content-Language"));
        Assert.Equal(language == "ar", letter.Subject.Any(c => c is >= '\u0620' and <= '\u064A'));
        return letter;
    }

    private static string LinkOf(ReceivedLetter letter) => letter.Header("List-Unsubscribe").Trim('<', '>')[Site.Length..];

    private Task<List<MailTopic>> RefusedAsync(Guid user) => app.AskAsync(db => db.MailRefusals.Where(r => r.UserId == user).Select(r => r.Topic).ToListAsync());
}
