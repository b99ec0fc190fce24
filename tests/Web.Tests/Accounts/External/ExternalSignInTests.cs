using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Accounts.External;

public sealed class ExternalSignInTests : IDisposable
{
    private readonly ExternalApp _app = new();

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public async Task Somebody_new_opens_an_account_and_comes_back_to_it(string algorithm)
    {
        _app.Acme.SignWith(algorithm);
        var sara = await _app.JoinAsync("acme");

        var page = await sara.OpenAsync("/dashboard");
        Assert.Contains("Sara Haddad", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var user = await _app.AskAsync(db => db.Users.SingleAsync(u => u.Email == "sara@example.com"));
        Assert.True(user.EmailConfirmed);
        Assert.Null(user.PasswordHash);
        Assert.True(await _app.AskAsync(db => db.TermsAcceptances.AnyAsync(t => t.UserId == user.Id)));
        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));
        Assert.Equal(2, await _app.AskAsync(db => db.Sessions.CountAsync(s => s.UserId == user.Id)));
    }

    [Fact]
    public async Task A_bare_OAuth_provider_is_asked_who_it_is()
    {
        await _app.JoinAsync("plain");

        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("plain"));
        var login = await _app.AskAsync(db => db.UserLogins.SingleAsync());
        Assert.Equal(("plain", ProviderPerson.Sara.Subject), (login.LoginProvider, login.ProviderKey));
    }

    [Fact]
    public async Task An_address_that_stands_only_in_the_other_answer_is_found_there()
    {
        (_app.Acme.HidesTheAddress, _app.Acme.WantsBasic) = (true, true);

        await _app.JoinAsync("acme");

        Assert.Equal(["discovery", "authorize", "token", "keys", "userinfo"], _app.Acme.Asked);
    }

    [Fact]
    public async Task Whoever_gets_another_address_at_the_provider_stays_the_same_person()
    {
        await _app.JoinAsync("acme");

        _app.Acme.Person = ProviderPerson.Sara with { Email = "sara.haddad@example.com", Name = "S. Haddad" };

        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));
        Assert.Equal("sara@example.com", await _app.AskAsync(db => db.UserLogins.Join(db.Users, l => l.UserId, u => u.Id, (_, u) => u.Email).SingleAsync()));
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("globex")]
    public async Task An_address_opens_nobodys_account(string key)
    {
        await _app.JoinAsync("acme");
        var stranger = _app.Visit();
        _app.Acme.Person = ProviderPerson.Sara with { Subject = "another" };

        Assert.Equal("/account/external", await stranger.GoThroughAsync(key));

        var page = await stranger.OpenAsync("/account/external");
        Assert.Equal("You have an account", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form[action^='/account/external']"));
        Assert.Single(await _app.AskAsync(db => db.UserLogins.ToListAsync()));
        Assert.Equal(HttpStatusCode.Redirect, await stranger.StatusAsync("/dashboard"));
    }

    [Theory]
    [InlineData("acme", "ABC")]
    [InlineData("globex", "abc")]
    public async Task One_subject_of_two_issuers_or_in_other_letters_is_two_people(string key, string subject)
    {
        _app.Acme.Person = new ProviderPerson("abc", "sara@example.com", Verified: true, "Sara");
        await _app.JoinAsync("acme");
        _app.Acme.Person = _app.Globex.Person = new ProviderPerson(subject, "omar@example.com", Verified: true, "Omar");

        var omar = await _app.JoinAsync(key);

        Assert.Contains("Omar", (await omar.OpenAsync("/dashboard")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await _app.AskAsync(db => db.UserLogins.Select(l => l.UserId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Keys_that_the_provider_has_changed_are_fetched_once_more()
    {
        await _app.JoinAsync("acme");

        _app.Acme.SignWith("ES256");

        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));
        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));
        Assert.Equal(2, _app.Acme.Asked.Count(door => door == "keys"));
        Assert.Single(_app.Acme.Asked, door => door == "discovery");
    }

    [Theory]
    [InlineData(ProviderMood.DiscoversAnotherIssuer)]
    [InlineData(ProviderMood.HasNoKeys)]
    public async Task A_provider_that_does_not_tell_about_itself_lets_nobody_in(ProviderMood mood)
    {
        _app.Acme.Mood = mood;
        var omar = _app.Visit();

        using var led = await omar.SubmitAsync("/account/sign-in", "/signin/acme");
        if (mood == ProviderMood.HasNoKeys) Assert.Equal("/account/sign-in?problem=Failed", await omar.GoThroughAsync("acme"));
        else Assert.Equal("/account/sign-in?problem=Failed", led.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_key_that_is_too_short_signs_nothing()
    {
        _app.Acme.SignWith("RS256", bits: 1024);

        Assert.Equal("/account/sign-in?problem=Failed", await _app.Visit().GoThroughAsync("acme"));
    }

    [Fact]
    public async Task Whoever_is_suspended_is_told_that_the_account_cannot_be_used()
    {
        await _app.JoinAsync("acme");
        await _app.AskAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == "sara@example.com")).Suspend(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });

        Assert.Equal("/account/sign-in?problem=Refused", await _app.Visit().GoThroughAsync("acme"));
        Assert.Equal(1, await _app.AskAsync(db => db.Sessions.CountAsync()));
    }

    [Theory]
    [InlineData("acme", "/account/two-factor")]
    [InlineData("globex", "/dashboard")]
    public async Task A_second_factor_is_asked_for_unless_the_provider_is_trusted_to_have_asked(string key, string end)
    {
        await _app.JoinAsync(key);
        await _app.AskAsync(db => db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true)));

        var visitor = _app.Visit();

        Assert.Equal(end, (await visitor.GoThroughAsync(key)).Split('?')[0]);
        Assert.Equal(key == "globex" ? HttpStatusCode.OK : HttpStatusCode.Redirect, await visitor.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task The_page_that_somebody_wanted_follows()
    {
        await _app.JoinAsync("acme");

        Assert.Equal("/account/profile", await _app.Visit().GoThroughAsync("acme", "/account/sign-in?returnUrl=/account/profile"));
    }

    [Fact]
    public async Task A_return_address_elsewhere_is_not_followed()
    {
        await _app.JoinAsync("acme");

        Assert.Equal("/", await _app.Visit().GoThroughAsync("acme", "/account/sign-in?returnUrl=https://evil.example"));
    }

    public void Dispose() => _app.Dispose();
}
