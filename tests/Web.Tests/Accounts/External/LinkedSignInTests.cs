using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Tests.Accounts.External;

public sealed class LinkedSignInTests : IDisposable
{
    private const string Linked = "/account/security/linked";
    private const string Linking = "/account/security/linking";

    private readonly ExternalApp _app = new();

    [Fact]
    public async Task What_is_linked_opens_the_account_and_nothing_once_it_is_removed()
    {
        var sara = await _app.SignedInAsync("sara");
        await LinkAsync(sara, "acme");
        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));

        using var removed = await sara.SubmitAsync(Linked, $"{Linked}?handler=Remove");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal("/account/external", await _app.Visit().GoThroughAsync("acme"));
        Assert.Empty(await _app.AskAsync(db => db.UserLogins.ToListAsync()));
    }

    [Fact]
    public async Task The_person_reads_of_it_in_a_letter_when_a_way_in_comes_or_goes()
    {
        var sara = await _app.SignedInAsync("sara");
        await LinkAsync(sara, "acme");
        Assert.Equal([MailKind.SignInLinked], await LettersAsync());

        using var removed = await sara.SubmitAsync(Linked, $"{Linked}?handler=Remove");

        Assert.Equal([MailKind.SignInLinked, MailKind.SignInUnlinked], await LettersAsync());
    }

    [Fact]
    public async Task Coming_back_links_nothing_until_the_person_says_so()
    {
        var sara = await _app.SignedInAsync("sara");

        using var arrived = await sara.ComeBackAsync(await sara.LeaveAsync("acme", Linked));

        Assert.Equal(Linking, arrived.Headers.Location!.ToString());
        Assert.Contains("sara@example.com", (await sara.OpenAsync(Linking)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _app.AskAsync(db => db.UserLogins.ToListAsync()));
    }

    [Fact]
    public async Task The_only_way_in_cannot_be_removed()
    {
        var sara = await _app.JoinAsync("acme");
        var login = await _app.AskAsync(db => db.UserLogins.SingleAsync());

        Assert.Empty((await sara.OpenAsync(Linked)).QuerySelectorAll("form[action*=Remove]"));
        Assert.False(await UnlinkAsync(login.UserId, login.LoginProvider, login.ProviderKey));
        Assert.Equal("/dashboard", await _app.Visit().GoThroughAsync("acme"));
    }

    [Fact]
    public async Task Of_two_that_are_removed_at_once_one_stays()
    {
        var sara = await _app.JoinAsync("acme");
        await LinkAsync(sara, "globex");
        var logins = await _app.AskAsync(db => db.UserLogins.ToListAsync());

        var removed = await Task.WhenAll(logins.Select(l => UnlinkAsync(l.UserId, l.LoginProvider, l.ProviderKey)));

        Assert.Single(removed, r => r);
        Assert.Single(await _app.AskAsync(db => db.UserLogins.ToListAsync()));
    }

    [Fact]
    public async Task Nobody_links_what_opens_somebody_elses_account()
    {
        await _app.JoinAsync("acme");
        var omar = await _app.SignedInAsync("omar");

        using var arrived = await omar.ComeBackAsync(await omar.LeaveAsync("acme", Linked));
        using var refused = await omar.SubmitAsync(Linking, Linking);

        Assert.Equal($"{Linked}?problem=Taken", refused.Headers.Location!.ToString());
        Assert.Equal("sara@example.com", await OwnerAsync());
    }

    [Fact]
    public async Task Of_two_who_link_one_identity_at_once_one_gets_it()
    {
        var (sara, omar) = (await _app.AddUserAsync("sara@example.com"), await _app.AddUserAsync("omar@example.com"));
        var identity = new ExternalIdentity("https://id.example.com", "248289761001", null, IsVerified: false, null);

        var linked = await Task.WhenAll(new[] { sara, omar }.SelectMany(id => Enumerable.Repeat(id, 4)).Select(async id =>
            (Id: id, Done: await _app.InScopeAsync(s => s.GetRequiredService<ExternalSignIns>().LinkAsync(id, "acme", identity, CancellationToken.None)))));

        var login = await _app.AskAsync(db => db.UserLogins.SingleAsync());
        Assert.All(linked, l => Assert.Equal(l.Id == login.UserId, l.Done));
    }

    [Fact]
    public async Task Somebody_elses_linked_sign_in_is_not_theirs_to_remove()
    {
        await _app.JoinAsync("acme");
        var login = await _app.AskAsync(db => db.UserLogins.SingleAsync());
        var omar = await _app.AddUserAsync("omar@example.com");
        await _app.InScopeAsync(s => s.GetRequiredService<ExternalSignIns>().LinkAsync(omar, "globex", new ExternalIdentity("https://b.example", "1", null, IsVerified: false, null), CancellationToken.None));

        Assert.False(await UnlinkAsync(omar, login.LoginProvider, login.ProviderKey));
        Assert.Equal(2, await _app.AskAsync(db => db.UserLogins.CountAsync()));
    }

    [Fact]
    public async Task A_refusal_on_the_way_ends_on_the_page_of_linked_sign_ins()
    {
        var sara = await _app.SignedInAsync("sara");
        _app.Acme.Mood = ProviderMood.SaysNo;

        using var back = await sara.ComeBackAsync(await sara.LeaveAsync("acme", Linked));

        Assert.Equal($"{Linked}?problem=Denied", back.Headers.Location!.ToString());
        Assert.NotNull((await sara.OpenAsync(back.Headers.Location.ToString())).QuerySelector("main [role=alert]"));
    }

    public void Dispose() => _app.Dispose();

    private static async Task LinkAsync(Visitor person, string key)
    {
        using var arrived = await person.ComeBackAsync(await person.LeaveAsync(key, Linked));
        using var linked = await person.SubmitAsync(Linking, Linking);
        Assert.Equal(Linked, linked.Headers.Location!.ToString());
    }

    private Task<bool> UnlinkAsync(Guid userId, string issuer, string subject) =>
        _app.InScopeAsync(s => s.GetRequiredService<ExternalSignIns>().UnlinkAsync(userId, issuer, subject, byPassword: true, CancellationToken.None));

    private Task<List<MailKind>> LettersAsync() => _app.AskAsync(db => db.OutboxMails.Where(m => m.To == "sara@example.com").OrderBy(m => m.WrittenAt).Select(m => m.Kind).ToListAsync());

    private Task<string?> OwnerAsync() => _app.AskAsync(db => db.UserLogins.Join(db.Users, l => l.UserId, u => u.Id, (_, u) => u.Email).SingleAsync());
}
