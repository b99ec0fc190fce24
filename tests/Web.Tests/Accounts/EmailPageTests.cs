using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class EmailPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Email = "/account/email";

    [Fact]
    public async Task An_account_moves_when_the_letter_to_the_new_address_is_answered()
    {
        var (desk, phone) = (await app.SignedInAsync("sara"), app.Visit());
        await phone.SignInAsync("sara@example.com", People.Password);
        var token = await TokenAsync("sara@example.com", "sara@new.example");
        Assert.Equal("sara@example.com", await NowAsync(desk));

        using var confirmed = await desk.SubmitAsync($"{Email}/{token}", $"{Email}/{token}");

        Assert.Equal("/account/profile", confirmed.Headers.Location!.OriginalString);
        Assert.Equal("sara@new.example", await NowAsync(desk));
        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await app.Visit().SignInAsync("sara@example.com", People.Password));
        Assert.Equal(HttpStatusCode.Redirect, await app.Visit().SignInAsync("sara@new.example", People.Password));
        Assert.True(await WrittenAsync(MailKind.AddressChanged) > 0);
    }

    [Theory]
    [InlineData("free@example.com", MailKind.ChangeAddress)]
    [InlineData("taken@example.com", MailKind.AddressWanted)]
    public async Task Whether_an_address_is_taken_only_its_owner_learns(string wanted, MailKind told)
    {
        if (wanted == "taken@example.com") await app.AddUserAsync(wanted);
        var name = $"omar-{Guid.NewGuid():N}";
        var omar = await app.SignedInAsync(name);

        using var asked = await omar.SubmitAsync(Email, Email, ("Input.Address", wanted));

        Assert.Equal("/account/profile", asked.Headers.Location!.OriginalString);
        Assert.Contains(wanted, (await omar.OpenAsync("/account/profile")).QuerySelector(".toast p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([told], await app.AskAsync(db => db.OutboxMails.Where(m => m.To == wanted).Select(m => m.Kind).ToListAsync()));
        Assert.Equal([MailKind.AddressChangeAsked], await app.AskAsync(db => db.OutboxMails.Where(m => m.To == name + "@example.com").Select(m => m.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData("no address", "Enter an e-mail address")]
    [InlineData("a\u202Eb@example.com", "Enter an e-mail address")]
    [InlineData("Admin@saaschat.local", "your address already")]
    public async Task What_is_no_new_address_is_refused_and_comes_back(string typed, string refusal)
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        using var refused = await layla.SubmitAsync(Email, Email, ("Input.Address", typed));

        var page = await Visitor.PageAsync(refused);
        Assert.Contains(refusal, page.QuerySelector("#Input_Address-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("#Input_Address")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_two_who_move_to_one_address_one_gets_it_and_the_other_learns_nothing()
    {
        var people = new[] { "huda@example.com", "hind@example.com" };
        foreach (var person in people) await app.AddUserAsync(person);
        var tokens = new[] { await TokenAsync(people[0], "one@new.example"), await TokenAsync(people[1], "one@new.example") };

        var moved = await Task.WhenAll(tokens.Select(token => app.InScopeAsync(s => s.GetRequiredService<AddressChange>().ConfirmAsync(token, null, CancellationToken.None))));

        Assert.Single(moved, user => user is not null);
        Assert.Equal(1, await app.AskAsync(db => db.Users.CountAsync(u => u.NormalizedEmail == "ONE@NEW.EXAMPLE")));
    }

    [Fact]
    public async Task A_link_works_once_and_a_stranger_who_never_confirmed_the_address_is_no_obstacle()
    {
        await app.AddUserAsync("rami@example.com");
        await app.AddUserAsync("squatter@new.example");
        await app.AskAsync(db => db.Users.Where(u => u.Email == "squatter@new.example").ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false)));
        var path = $"{Email}/{await TokenAsync("rami@example.com", "squatter@new.example")}";
        var stranger = app.Visit();

        using var first = await stranger.SubmitAsync(path, path);

        Assert.Equal("/account/sign-in", first.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await app.Visit().SignInAsync("squatter@new.example", People.Password));
        Assert.Null((await stranger.OpenAsync(path)).QuerySelector("main form"));
    }

    private static async Task<string> NowAsync(Visitor person) => (await person.OpenAsync(Email)).QuerySelector("dl.facts bdi")!.TextContent;

    private Task<int> WrittenAsync(MailKind kind) => app.AskAsync(db => db.OutboxMails.CountAsync(m => m.Kind == kind));

    // The letter's own link: only its hash is in the database.
    private Task<string> TokenAsync(string email, string address) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var person = await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
        var token = await services.GetRequiredService<OneTimeLinks>().MakeAsync(person, LinkPurpose.ChangeAddress, address, CancellationToken.None);
        await db.SaveChangesAsync();
        return token;
    });
}
