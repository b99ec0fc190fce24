using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class ResetTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Other = "an umbrella full of clouds";

    [Theory]
    [InlineData("en", "Choose a new SaaSChat password")]
    [InlineData("ar", "عيِّن كلمة مرور جديدة")]
    public async Task A_forgotten_password_is_replaced_by_mail_and_every_session_ends(string language, string subject)
    {
        var email = $"sara.{language}@example.com";
        var desk = await SignedInAsync(email, language);
        var phone = app.Visit(language);

        var letter = await AskAsync(phone, email);
        using var chosen = await ChooseAsync(phone, Mailbox.LinkIn(letter), Other);

        Assert.Contains(subject, letter.Subject, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", chosen.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await desk.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await phone.SignInAsync(email, People.Password));
        Assert.Equal(HttpStatusCode.Redirect, await phone.SignInAsync(email, Other));
    }

    [Fact]
    public async Task The_owner_is_told_of_the_new_password_and_a_lockout_is_lifted()
    {
        await app.AddUserAsync("locked@example.com");
        var mail = new Mailbox(app, "locked@example.com");
        for (var i = 0; i < 5; i++) await app.Visit().SignInAsync("locked@example.com", $"a wrong password {i}");
        Assert.Equal(HttpStatusCode.OK, await app.Visit().SignInAsync("locked@example.com", People.Password));

        var omar = app.Visit();
        await AskAsync(omar, "locked@example.com");
        using var chosen = await ChooseAsync(omar, await mail.NextLinkAsync(), Other);

        Assert.Equal("Your SaaSChat password was changed", (await mail.NextAsync()).Subject);
        Assert.Equal(HttpStatusCode.Redirect, await omar.SignInAsync("locked@example.com", Other));
    }

    [Fact]
    public async Task A_link_works_once_and_of_many_at_once_one_chooses()
    {
        await app.AddUserAsync("race@example.com");
        var link = Mailbox.LinkIn(await AskAsync(app.Visit(), "race@example.com"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ChooseAsync(app.Visit(), link, $"an umbrella full of clouds {i}")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("does not work", await (await app.Visit().Client.GetAsync(link)).WordsAsync(), StringComparison.Ordinal);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_newer_link_replaces_an_older_one_and_an_expired_or_foreign_one_does_not_work()
    {
        await app.AddUserAsync("links@example.com");
        var mail = new Mailbox(app, "links@example.com");
        var older = Mailbox.LinkIn(await AskAsync(app.Visit(), "links@example.com", mail));
        var newer = Mailbox.LinkIn(await AskAsync(app.Visit(), "links@example.com", mail));
        var (_, confirm) = await app.WaitingAsync("confirms@example.com");
        Assert.Equal(HttpStatusCode.OK, await app.Visit().StatusAsync(newer));

        foreach (var dead in new[] { older, confirm.Replace("confirm", "reset", StringComparison.Ordinal), newer + "x", newer.ToLowerInvariant() })
            Assert.Contains("does not work", await (await app.Visit().Client.GetAsync(dead)).WordsAsync(), StringComparison.Ordinal);

        await app.AskAsync(db => db.OneTimeLinks.ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, DateTime.UtcNow)));
        Assert.Contains("does not work", await (await app.Visit().Client.GetAsync(newer)).WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        await app.AddUserAsync("weak@example.com");
        var omar = app.Visit();
        var link = Mailbox.LinkIn(await AskAsync(omar, "weak@example.com"));

        using var refused = await ChooseAsync(omar, link, "qwertyuiopasdf");
        using var empty = await ChooseAsync(omar, link, "");
        using var chosen = await ChooseAsync(omar, link, Other);

        Assert.NotNull(await refused.ErrorAtAsync("Password"));
        Assert.NotNull(await empty.ErrorAtAsync("Password"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    [Fact]
    public async Task An_account_that_is_not_confirmed_and_no_account_get_no_letter()
    {
        await app.WaitingAsync("unconfirmed@example.com");

        foreach (var email in new[] { "unconfirmed@example.com", "nobody.at.all@example.com" })
        {
            using var asked = await app.Visit().SubmitAsync("/account/forgot", "/account/forgot", ("Input.Email", email));
            Assert.Equal("/account/forgot/sent", asked.Headers.Location!.OriginalString);
        }

        Assert.False(await app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.Kind == Domain.Mail.MailKind.ResetPassword && (m.To.StartsWith("unconfirmed") || m.To.StartsWith("nobody")))));
    }

    private async Task<Visitor> SignedInAsync(string email, string language)
    {
        await app.AddUserAsync(email);
        await app.AskAsync(db => db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(u => u.SetProperty(x => x.Language, language)));
        var visitor = app.Visit(language);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync(email, People.Password));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/dashboard"));
        return visitor;
    }

    private async Task<Infrastructure.Mail.Letter> AskAsync(Visitor visitor, string email, Mailbox? mail = null)
    {
        using var asked = await visitor.SubmitAsync("/account/forgot", "/account/forgot", ("Input.Email", email));
        Assert.Equal("/account/forgot/sent", asked.Headers.Location!.OriginalString);
        return await (mail ?? new Mailbox(app, email)).NextAsync();
    }

    private static Task<HttpResponseMessage> ChooseAsync(Visitor visitor, string link, string password) => visitor.SubmitAsync(link, link, ("Input.Password", password));
}
