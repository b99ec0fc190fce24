using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class SignUpTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "Confirm your e-mail address for SaaSChat")]
    [InlineData("ar", "أكِّد بريدك الإلكتروني")]
    public async Task Somebody_signs_up_opens_the_letter_and_is_in(string language, string subject)
    {
        var (sara, email) = (app.Visit(language), $"sara.{language}@example.com");

        using var signedUp = await sara.SignUpAsync(email, name: "سارة");
        Assert.Equal("/account/check-mail", signedUp.Headers.Location!.OriginalString);
        Assert.Contains(email, (await sara.OpenAsync("/account/check-mail")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var letter = await new Mailbox(app, email).NextAsync();
        using var confirmed = await sara.ConfirmAsync(Mailbox.LinkIn(letter));

        Assert.Equal(language, letter.Language);
        Assert.Contains(subject, letter.Subject, StringComparison.Ordinal);
        Assert.Equal("/dashboard", confirmed.Headers.Location!.OriginalString);
        Assert.Contains("سارة", (await sara.OpenAsync("/dashboard")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_a_visitor_saw_the_site_is_how_their_account_begins()
    {
        var omar = app.Visit("ar");
        omar.Client.DefaultRequestHeaders.Add("Cookie", ["tz=Asia/Riyadh", "theme=dark", "digits=arab"]);

        using var signedUp = await omar.SignUpAsync("omar.views@example.com");

        var user = await app.AskAsync(db => db.Users.SingleAsync(u => u.Email == "omar.views@example.com"));
        Assert.Equal(("ar", "Asia/Riyadh", "dark", true), (user.Language, user.TimeZone, user.Theme, user.ArabicDigits));
    }

    [Fact]
    public async Task The_accepted_version_of_the_terms_is_recorded_and_without_acceptance_there_is_nothing()
    {
        using var refused = await app.Visit().SignUpAsync("nour@example.com", accepted: false);
        Assert.NotNull(await refused.ErrorAtAsync("Accepted"));
        Assert.False(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "nour@example.com")));

        using var signedUp = await app.Visit().SignUpAsync("nour@example.com");

        var versions = await app.AskAsync(db => db.TermsAcceptances.Where(t => db.Users.Any(u => u.Id == t.UserId && u.Email == "nour@example.com")).Select(t => t.Version).ToListAsync());
        Assert.Equal([TermsAcceptance.CurrentVersion], versions);
    }

    [Theory]
    [InlineData("too short", "short-one")]
    [InlineData("known to everybody", "passwordpassword")]
    [InlineData("the address again", "lina.weak2026!")]
    [InlineData("too long", null)]
    public async Task A_weak_password_is_refused_at_its_field_and_the_form_comes_back_without_it(string why, string? password)
    {
        using var answer = await app.Visit().SignUpAsync("lina.weak@example.com", password ?? new string('x', 129) + "yz", "Lina");

        Assert.True(await answer.ErrorAtAsync("Password") is { Length: > 10 }, why);
        var page = await Visitor.PageAsync(answer);
        Assert.Equal(("Lina", "lina.weak@example.com"), (page.QuerySelector("#Input_Name")!.GetAttribute("value"), page.QuerySelector("#Input_Email")!.GetAttribute("value")));
        Assert.Null(page.QuerySelector("#Input_Password")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#Input_Accepted")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("only marks", " \u202E\u2066 ")]
    [InlineData("ten kilobytes", null)]
    public async Task A_hostile_name_is_refused_at_its_field(string why, string? name)
    {
        using var answer = await app.Visit().SignUpAsync("hostile@example.com", name: name ?? new string('a', 10_240));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await answer.ErrorAtAsync("Name") is { Length: > 10 }, why);
        Assert.False(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "hostile@example.com")));
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_every_field_marked()
    {
        using var answer = await app.Visit().SignUpAsync("", "", "", accepted: false);

        var page = await Visitor.PageAsync(answer);
        Assert.Equal(["Input.Name", "Input.Email", "Input.Password", "Input.Accepted"], page.QuerySelectorAll("[aria-invalid=true]").Select(e => e.GetAttribute("name")));
    }

    [Fact]
    public async Task Marks_of_direction_are_taken_out_of_a_name_and_a_strangers_letter_does_not_carry_it()
    {
        using var answer = await app.Visit().SignUpAsync("marks@example.com", name: "Pay here \u202Emoc.live");

        var letter = await new Mailbox(app, "marks@example.com").NextAsync();
        Assert.DoesNotContain("Pay here", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.Equal("Pay here moc.live", await app.AskAsync(db => db.Users.Where(u => u.Email == "marks@example.com").Select(u => u.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("sara example.com")]
    [InlineData("sara@")]
    [InlineData("a b@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData("<a@example.com>")]
    [InlineData("سارة@example.com")]
    public async Task What_is_no_address_is_refused_at_its_field(string email)
    {
        using var answer = await app.Visit().SignUpAsync(email);

        Assert.NotNull(await answer.ErrorAtAsync("Email"));
    }

    [Fact]
    public async Task Signing_up_again_before_confirming_replaces_the_password_the_name_and_the_link()
    {
        var (lina, first) = await app.WaitingAsync("lina@example.com", "the first password of all");
        var mail = new Mailbox(app, "lina@example.com");
        await mail.NextAsync();

        using var again = await lina.SignUpAsync("LINA@example.com", "another one altogether", "Lina the second");
        var second = await mail.NextLinkAsync();

        Assert.Contains("does not work", await (await lina.Client.GetAsync(first)).WordsAsync(), StringComparison.Ordinal);
        using var old = await lina.ConfirmAsync(second, "the first password of all");
        Assert.NotNull(await old.ErrorAtAsync("Password"));
        using var confirmed = await lina.ConfirmAsync(second, "another one altogether");
        Assert.Equal("/dashboard", confirmed.Headers.Location!.OriginalString);
        Assert.Equal("Lina the second", await app.AskAsync(db => db.Users.Where(u => u.Email == "lina@example.com").Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_taken_address_gets_a_letter_to_its_owner_and_nothing_else_changes()
    {
        await app.AddUserAsync("owner@example.com");
        var before = await app.AskAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "owner@example.com"));

        using var first = await app.Visit("ar").SignUpAsync("owner@example.com", "a password of a stranger", "Stranger");
        using var second = await app.Visit().SignUpAsync("Owner@Example.com", "a password of a stranger", "Stranger");

        Assert.Equal(["/account/check-mail", "/account/check-mail"], new[] { first, second }.Select(a => a.Headers.Location!.OriginalString));
        var letter = await new Mailbox(app, "owner@example.com").NextAsync();
        Assert.Equal(("en", "You already have a SaaSChat account"), (letter.Language, letter.Subject));
        await Task.Delay(500);
        Assert.Single(await new Mailbox(app, "owner@example.com").AllAsync());
        var after = await app.AskAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "owner@example.com"));
        Assert.Equal((before.Name, before.PasswordHash, before.ConcurrencyStamp), (after.Name, after.PasswordHash, after.ConcurrencyStamp));
    }

    [Fact]
    public async Task Of_many_who_sign_up_with_one_address_at_once_there_is_one_account_and_each_is_answered_the_same()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Visit().SignUpAsync("crowd@example.com")));

        Assert.All(answers, a => Assert.Equal("/account/check-mail", a.Headers.Location!.OriginalString));
        Assert.Equal(1, await app.AskAsync(db => db.Users.CountAsync(u => u.Email == "crowd@example.com")));
        Assert.Equal(1, await app.AskAsync(db => db.OneTimeLinks.CountAsync(l => l.UsedAt == null && db.Users.Any(u => u.Id == l.UserId && u.Email == "crowd@example.com"))));
        foreach (var answer in answers) answer.Dispose();
    }
}
