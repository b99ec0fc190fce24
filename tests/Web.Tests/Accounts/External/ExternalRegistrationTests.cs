using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts.External;

public sealed class ExternalRegistrationTests : IDisposable
{
    private const string Arrived = "/account/external";
    private const string Asked = "/account/external/address";

    private readonly ExternalApp _app = new();

    [Theory]
    [InlineData("en", "", "", 2)]
    [InlineData("ar", "Sara", "", 1)]
    [InlineData("en", "\u202e", "true", 1)]
    public async Task Without_a_name_or_the_terms_there_is_no_account(string language, string name, string accepted, int errors)
    {
        var sara = _app.Visit(language);
        await sara.GoThroughAsync("acme");

        using var refused = await sara.SubmitAsync(Arrived, Arrived, ("Input.Name", name), ("Input.Accepted", accepted));

        Assert.Equal(errors, (await Visitor.PageAsync(refused)).QuerySelectorAll(".error").Length);
        Assert.Empty(await LoginsAsync());
    }

    [Fact]
    public async Task Where_registration_is_closed_nobody_new_comes_in()
    {
        await using var node = _app.Node(("Registration:Mode", "Closed"));
        var sara = node.Visit();
        await sara.GoThroughAsync("acme");

        var page = await sara.OpenAsync(Arrived);

        Assert.Equal("No new accounts", page.QuerySelector("h1")!.TextContent);
        using var forced = await sara.PostAsync(Arrived, page, ("Input.Name", "Sara"), ("Input.Accepted", "true"));
        Assert.Empty(await LoginsAsync());
    }

    [Fact]
    public async Task Where_it_is_by_invitation_the_code_is_asked_for_and_used_up()
    {
        var code = await _app.InScopeAsync(async s =>
            (await s.GetRequiredService<Invitations>().CreateAsync(1, TimeSpan.FromDays(1), AuditActor.Operator, CancellationToken.None)).Code);
        await using var node = _app.Node(("Registration:Mode", "Invitation"));
        var sara = node.Visit();
        await sara.GoThroughAsync("acme");

        using var wrong = await sara.SubmitJoinAsync(("Input.InvitationCode", "AAAA-AAAA"));
        Assert.NotNull((await Visitor.PageAsync(wrong)).QuerySelector("#Input_InvitationCode-error"));
        using var right = await sara.SubmitJoinAsync(("Input.InvitationCode", code));
        Assert.Equal("/dashboard", right.Headers.Location?.ToString());

        _app.Acme.Person = new ProviderPerson("another", "omar@example.com", Verified: true, "Omar");
        var omar = node.Visit();
        await omar.GoThroughAsync("acme");
        using var used = await omar.SubmitJoinAsync(("Input.InvitationCode", code));
        Assert.NotNull((await Visitor.PageAsync(used)).QuerySelector("#Input_InvitationCode-error"));
        Assert.Single(await LoginsAsync());
    }

    [Theory]
    [InlineData("sara@example.com", false)]
    [InlineData("sara@example.com", null)]
    [InlineData(null, true)]
    [InlineData("not an address", true)]
    public async Task An_address_for_which_the_provider_does_not_vouch_is_shown_to_be_theirs_by_a_letter(string? email, bool? verified)
    {
        _app.Acme.Person = new ProviderPerson("248289761001", email, verified, "Sara");
        var sara = _app.Visit();
        await sara.GoThroughAsync("acme");
        Assert.Empty((await sara.OpenAsync(Arrived)).QuerySelectorAll("#Input_Accepted"));

        var link = await AskForLetterAsync(sara, "sara@example.com");
        Assert.Empty(await LoginsAsync());
        using var joined = await sara.SubmitAsync(link, Arrived, ("Input.Name", "Sara"), ("Input.Accepted", "true"));

        Assert.Equal("/dashboard", joined.Headers.Location?.ToString());
        var user = await _app.AskAsync(db => db.Users.SingleAsync(u => u.Email == "sara@example.com"));
        Assert.True(user.EmailConfirmed);
    }

    [Fact]
    public async Task The_owner_of_an_address_opens_no_account_for_a_stranger()
    {
        _app.Acme.Person = new ProviderPerson("stranger", "sara@example.com", Verified: false, "Stranger");
        var stranger = _app.Visit();
        await stranger.GoThroughAsync("acme");
        var link = await AskForLetterAsync(stranger, "sara@example.com");

        var sara = _app.Visit();
        var page = await sara.OpenAsync(link);
        Assert.Empty(page.QuerySelectorAll("#Input_Accepted"));
        _app.Acme.Person = new ProviderPerson("sara", "sara@example.com", Verified: false, "Sara");
        using var arrived = await sara.ComeBackAsync(await sara.LeaveAsync("acme", link));

        Assert.Equal(link, arrived.Headers.Location!.ToString());
        Assert.Empty((await sara.OpenAsync(link)).QuerySelectorAll("#Input_Accepted"));
        Assert.Empty(await LoginsAsync());
    }

    [Fact]
    public async Task A_letter_opened_in_another_browser_works_once_the_provider_has_been_asked_again()
    {
        _app.Acme.Person = ProviderPerson.Sara with { Verified = false };
        var desk = _app.Visit();
        await desk.GoThroughAsync("acme");
        var link = await AskForLetterAsync(desk, "sara@example.com");
        var phone = _app.Visit();

        using var arrived = await phone.ComeBackAsync(await phone.LeaveAsync("acme", link));
        using var joined = await phone.SubmitAsync(arrived.Headers.Location!.ToString(), Arrived, ("Input.Name", "Sara"), ("Input.Accepted", "true"));

        Assert.Equal("/dashboard", joined.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_another_letter_and_the_page_says_the_same()
    {
        await _app.AddUserAsync("sara@example.com");
        _app.Acme.Person = new ProviderPerson("stranger", null, null);
        var stranger = _app.Visit();
        await stranger.GoThroughAsync("acme");

        using var sent = await stranger.SubmitAsync(Asked, Asked, ("Input.Email", "sara@example.com"));
        using var free = await stranger.SubmitAsync(Asked, Asked, ("Input.Email", "free@example.com"));

        var (said, elsewhere) = ((await Visitor.PageAsync(sent)).QuerySelector("main")!.TextContent, (await Visitor.PageAsync(free)).QuerySelector("main")!.TextContent);
        Assert.Equal(said.Replace("sara@", "free@", StringComparison.Ordinal), elsewhere);
        Assert.Equal([MailKind.AddressTaken, MailKind.ConfirmAddress], await _app.AskAsync(db => db.OutboxMails.OrderBy(m => m.To == "free@example.com").Select(m => m.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_sign_up_that_nobody_confirmed_keeps_no_address_from_its_owner()
    {
        await _app.AskAsync(async db =>
        {
            var squatter = AppUser.Register("sara@example.com", "Squatter", ViewPreferences.Default, DateTime.UtcNow);
            (squatter.NormalizedEmail, squatter.NormalizedUserName, squatter.PasswordHash) = ("SARA@EXAMPLE.COM", "SARA@EXAMPLE.COM", "a hash");
            db.Users.Add(squatter);
            return await db.SaveChangesAsync();
        });

        await _app.JoinAsync("acme");

        var user = await _app.AskAsync(db => db.Users.SingleAsync(u => u.Email == "sara@example.com"));
        Assert.Equal(("Sara Haddad", null, true), (user.Name, user.PasswordHash, user.EmailConfirmed));
    }

    [Fact]
    public async Task However_often_somebody_joins_at_once_there_is_one_account()
    {
        var browsers = Enumerable.Range(0, 6).Select(_ => _app.Visit()).ToList();
        foreach (var browser in browsers) await browser.GoThroughAsync("acme");
        var pages = await Task.WhenAll(browsers.Select(b => b.OpenAsync(Arrived)));

        var joined = await Task.WhenAll(browsers.Zip(pages, (b, page) => b.PostAsync(Arrived, page, ("Input.Name", "Sara"), ("Input.Accepted", "true"))));

        Assert.All(joined, j => Assert.Equal("/dashboard", j.Headers.Location?.ToString()));
        Assert.Single(await LoginsAsync());
        Assert.Equal(1, await _app.AskAsync(db => db.Users.CountAsync(u => u.Email == "sara@example.com")));
    }

    public void Dispose() => _app.Dispose();

    private Task<List<Guid>> LoginsAsync() => _app.AskAsync(db => db.UserLogins.Select(l => l.UserId).ToListAsync());

    private async Task<string> AskForLetterAsync(Visitor person, string address)
    {
        using var sent = await person.SubmitAsync(Asked, Asked, ("Input.Email", address));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        return await new Mailbox(_app, address).NextLinkAsync();
    }
}
