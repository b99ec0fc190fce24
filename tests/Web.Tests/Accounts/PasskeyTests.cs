using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class PasskeyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/account/security/passkeys";

    [Fact]
    public async Task A_passkey_opens_the_account_and_a_letter_tells_of_it()
    {
        using var key = new SoftKey();
        var sara = await WithAsync("sara", key, "  My\u202E phone ");

        Assert.Contains("My phone", (await sara.OpenAsync("/account/security")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await ComesInAsync(key));
        Assert.True(await ComesInAsync(key));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == "sara@example.com" && m.Kind == MailKind.PasskeyAdded)));
    }

    [Fact]
    public async Task A_passkey_counts_as_two_factors_and_asks_for_no_code()
    {
        using var key = new SoftKey();
        await WithAsync("sara-both", key);
        await ChangeAsync("sara-both", user => user.TwoFactorEnabled = true);

        Assert.True(await ComesInAsync(key));
        Assert.True(await app.AskAsync(async db => (await db.Sessions.OrderByDescending(s => s.StartedAt).FirstAsync()).TwoFactors));
    }

    [Fact]
    public async Task A_key_that_asked_its_person_for_nothing_is_refused()
    {
        using var key = new SoftKey();
        await WithAsync("omar-unverified", key);
        key.Verifies = false;

        Assert.False(await ComesInAsync(key));

        var omar = (await app.SignedInAsync("omar-adds")).FromOurPages();
        using var careless = new SoftKey { Verifies = false };
        using var refused = await omar.AddAsync(careless);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(0, await CountAsync("omar-adds"));
    }

    [Fact]
    public async Task An_answer_given_to_another_site_is_refused()
    {
        using var key = new SoftKey();
        await WithAsync("omar-phished", key);
        key.Origin = "http://localhost.evil.example";

        Assert.False(await ComesInAsync(key));
    }

    [Fact]
    public async Task An_answer_to_no_question_is_refused()
    {
        using var key = new SoftKey();
        await WithAsync("omar-unasked", key);
        var thief = app.Visit().FromOurPages();
        var options = await app.Visit().OptionsAsync("/account/passkey", "/account/passkey/options");

        using var answer = await thief.SubmitAsync("/account/passkey", "/account/passkey", ("Credential", key.Answer(options)));
        using var nonsense = await thief.SubmitAsync("/account/passkey", "/account/passkey", ("Credential", "{"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, nonsense.StatusCode));
        Assert.False(await thief.IsInsideAsync());
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("locked")]
    [InlineData("unconfirmed")]
    public async Task Who_may_not_sign_in_may_not_by_passkey_either(string state)
    {
        using var key = new SoftKey();
        await WithAsync($"omar-{state}", key);

        await ChangeAsync($"omar-{state}", user =>
        {
            if (state == "suspended") user.Suspend(DateTime.UtcNow);
            else if (state == "locked") user.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(5);
            else user.EmailConfirmed = false;
        });

        Assert.False(await ComesInAsync(key));
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_any_more()
    {
        using var key = new SoftKey();
        var sara = await WithAsync("sara-removes", key);

        using var removed = await sara.SubmitAsync(Page, $"{Page}?handler=Remove", ("id", key.Id));

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.False(await ComesInAsync(key));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == "sara-removes@example.com" && m.Kind == MailKind.PasskeyRemoved)));
    }

    [Fact]
    public async Task Somebody_elses_passkey_is_not_there_to_be_renamed_or_removed()
    {
        using SoftKey hers = new(), his = new();
        await WithAsync("sara-keeps", hers);
        var omar = await WithAsync("omar-meddles", his);

        using var renamed = await omar.SubmitAsync(Page, $"{Page}?handler=Name", ("id", hers.Id), ("name", "mine"));
        using var removed = await omar.SubmitAsync(Page, $"{Page}?handler=Remove", ("id", hers.Id));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (renamed.StatusCode, removed.StatusCode));
        Assert.Equal(1, await CountAsync("sara-keeps"));
    }

    [Fact]
    public async Task The_last_passkey_of_an_account_without_a_password_stays()
    {
        using SoftKey first = new(), second = new();
        var sara = await WithAsync("sara-bare", first);
        using var added = await sara.AddAsync(second);
        await ChangeAsync("sara-bare", user => user.PasswordHash = null);

        await Task.WhenAll(new[] { first, second }.Select(async key =>
        {
            using var answer = await sara.SubmitAsync(Page, $"{Page}?handler=Remove", ("id", key.Id));
        }));

        Assert.Equal(1, await CountAsync("sara-bare"));
    }

    [Fact]
    public async Task Nobody_has_more_than_twenty()
    {
        var sara = (await app.SignedInAsync("sara-collects")).FromOurPages();
        for (var i = 0; i < KeptPasskeys.Most; i++)
        {
            using var key = new SoftKey();
            using var added = await sara.AddAsync(key);
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        using var more = new SoftKey();
        using var refused = await sara.AddAsync(more);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(KeptPasskeys.Most, await CountAsync("sara-collects"));
    }

    [Fact]
    public async Task A_passkey_confirms_that_it_is_its_person_and_nobody_else()
    {
        using SoftKey hers = new(), his = new();
        var sara = await WithAsync("sara-confirms", hers);
        await WithAsync("omar-confirms", his);
        const string asking = "/account/confirm-it";

        var options = await sara.OptionsAsync(asking, "/account/passkey/options");
        using var other = await sara.SubmitAsync(asking, "/account/confirm-it?handler=Passkey", ("Credential", his.Answer(options)));
        options = await sara.OptionsAsync(asking, "/account/passkey/options");
        using var own = await sara.SubmitAsync(asking, "/account/confirm-it?handler=Passkey", ("Credential", hers.Answer(options)));

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal("/dashboard", own.Headers.Location!.ToString());
    }

    private async Task<Visitor> WithAsync(string name, SoftKey key, string called = "")
    {
        var visitor = (await app.SignedInAsync(name)).FromOurPages();
        using var added = await visitor.AddAsync(key, called);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        return visitor;
    }

    private async Task<bool> ComesInAsync(SoftKey key)
    {
        var visitor = app.Visit().FromOurPages();
        return await visitor.SignInWithAsync(key) && await visitor.IsInsideAsync();
    }

    private Task<int> CountAsync(string name) => app.AskAsync(db =>
        db.UserPasskeys.CountAsync(p => db.Users.Any(u => u.Id == p.UserId && u.Email == $"{name}@example.com")));

    private Task<int> ChangeAsync(string name, Action<AppUser> change) => app.AskAsync(async db =>
    {
        change(await db.Users.SingleAsync(u => u.Email == $"{name}@example.com"));
        return await db.SaveChangesAsync();
    });
}
