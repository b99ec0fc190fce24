using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class ConfirmTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Opening_the_link_confirms_nothing_and_a_stranger_without_the_password_gets_no_further()
    {
        var (_, link) = await app.WaitingAsync("victim@example.com", "the password of a stranger");
        var owner = app.Visit();

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await owner.StatusAsync(link));
        using var guessed = await owner.ConfirmAsync(link, "what the owner would choose");

        Assert.NotNull(await guessed.ErrorAtAsync("Password"));
        Assert.False(await IsConfirmedAsync("victim@example.com"));
    }

    [Fact]
    public async Task Of_many_who_confirm_at_once_one_is_signed_in_and_the_link_is_used_up()
    {
        var (_, link) = await app.WaitingAsync("twice@example.com");
        var browsers = Enumerable.Range(0, 6).Select(_ => app.Visit()).ToList();
        var pages = await Task.WhenAll(browsers.Select(b => b.OpenAsync(link)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(page, link, link, ("Input.Password", People.Password))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var late in answers.Where(a => a.StatusCode == HttpStatusCode.OK)) Assert.Contains("does not work", await late.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("does not work", await (await app.Visit().Client.GetAsync(link)).WordsAsync(), StringComparison.Ordinal);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Confirming_starts_a_session_of_its_own()
    {
        var (sara, link) = await app.WaitingAsync("session@example.com");

        using var confirmed = await sara.ConfirmAsync(link);

        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync("/dashboard"));
        Assert.Equal(1, await app.AskAsync(db => db.Sessions.CountAsync(s => db.Users.Any(u => u.Id == s.UserId && u.Email == "session@example.com"))));
    }

    [Fact]
    public async Task An_expired_a_foreign_and_a_mangled_link_say_that_they_do_not_work()
    {
        var (sara, link) = await app.WaitingAsync("late@example.com");
        var reset = await TokenAsync("late@example.com", LinkPurpose.ResetPassword);
        await app.AskAsync(db => db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.ConfirmAddress && db.Users.Any(u => u.Id == l.UserId && u.Email == "late@example.com"))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, DateTime.UtcNow)));

        foreach (var dead in new[] { link, $"/account/confirm/{reset}", link[..^1], link.ToLowerInvariant(), "/account/confirm/%ff%fe", $"/account/confirm/{new string('a', 4000)}" })
        {
            using var answer = await sara.Client.GetAsync(dead);
            Assert.Contains("does not work", await answer.WordsAsync(), StringComparison.Ordinal);
        }

        Assert.False(await IsConfirmedAsync("late@example.com"));
    }

    [Fact]
    public async Task A_new_link_can_be_asked_for_and_the_old_one_stops_working()
    {
        var (sara, first) = await app.WaitingAsync("again@example.com");
        var mail = new Mailbox(app, "again@example.com");
        await mail.NextAsync();

        using var asked = await sara.SubmitAsync("/account/resend", "/account/resend", ("Input.Email", " again@example.com "));
        var second = await mail.NextLinkAsync();

        Assert.Equal("/account/check-mail", asked.Headers.Location!.OriginalString);
        Assert.Contains("does not work", await (await sara.Client.GetAsync(first)).WordsAsync(), StringComparison.Ordinal);
        using var confirmed = await sara.ConfirmAsync(second);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_as_they_do_at_sign_in()
    {
        var (sara, link) = await app.WaitingAsync("guessed@example.com");

        for (var i = 0; i < 5; i++) (await sara.ConfirmAsync(link, $"a wrong password {i}")).Dispose();
        using var right = await sara.ConfirmAsync(link);

        Assert.NotNull(await right.ErrorAtAsync("Password"));
        Assert.False(await IsConfirmedAsync("guessed@example.com"));
    }

    private Task<bool> IsConfirmedAsync(string email) => app.AskAsync(db => db.Users.AnyAsync(u => u.Email == email && u.EmailConfirmed));

    private Task<string> TokenAsync(string email, LinkPurpose purpose) => app.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var token = await s.GetRequiredService<OneTimeLinks>().MakeAsync(await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(), purpose, email, CancellationToken.None);
        await db.SaveChangesAsync();
        return token;
    });
}
