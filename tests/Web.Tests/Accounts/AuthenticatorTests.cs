using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class AuthenticatorTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private const string Page = "/account/security/authenticator";

    [Fact]
    public async Task The_page_shows_the_secret_as_text_and_as_a_drawing()
    {
        var sara = await app.SignedInAsync("sara-looks");

        var page = await sara.OpenAsync(Page);

        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", page.QuerySelector("#secret")!.TextContent);
        Assert.Equal("ltr", page.QuerySelector("#secret")!.GetAttribute("dir"));
        Assert.True(page.QuerySelector("svg.qr path")!.GetAttribute("d")!.Length > 1000);
        Assert.NotEqual(page.QuerySelector("#secret")!.TextContent, (await sara.OpenAsync(Page)).QuerySelector("#secret")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_code_switches_nothing_on_and_leaves_the_same_secret_to_try_again()
    {
        var sara = await app.SignedInAsync("sara-slips");
        var (phone, offer) = await app.OfferedAsync(sara);

        using var refused = await sara.SubmitAsync(Page, Page, ("Input.Offer", offer), ("Input.Code", phone.WrongCode()));
        using var taken = await sara.SubmitAsync(Page, Page, ("Input.Offer", offer), ("Input.Code", phone.Code()));

        Assert.Equal("true", (await Visitor.PageAsync(refused)).QuerySelector("#Input_Code")!.GetAttribute("aria-invalid"));
        Assert.Equal(10, (await SecondFactors.CodesOnAsync(taken)).Count);
    }

    [Fact]
    public async Task Somebody_elses_offer_is_worth_nothing()
    {
        var (sara, omar) = (await app.SignedInAsync("sara-offered"), await app.SignedInAsync("omar-steals"));
        var (phone, offer) = await app.OfferedAsync(sara);

        using var refused = await omar.SubmitAsync(Page, Page, ("Input.Offer", offer), ("Input.Code", phone.Code()));

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.False(await IsOnAsync("omar-steals"));
    }

    [Fact]
    public async Task Switching_on_ends_the_other_sessions_and_tells_by_letter()
    {
        var desk = await app.SignedInAsync("sara-on");
        var phone = app.Visit();
        await phone.SignInAsync("sara-on@example.com", People.Password);

        await app.EnrolAsync(desk);

        Assert.True(await desk.IsInsideAsync());
        Assert.False(await phone.IsInsideAsync());
        Assert.Equal([MailKind.SecondFactorOn], await LettersToAsync("sara-on"));
    }

    [Fact]
    public async Task Switching_off_does_so_too_and_the_password_alone_opens_again()
    {
        var (desk, app1, _) = await app.WithFactorAsync("sara-off");
        var phone = await app.HalfWayAsync("sara-off");
        Assert.True(await phone.GiveCodeAsync(app1.Code()));

        using var off = await desk.SubmitAsync(Page, $"{Page}?handler=Off");

        Assert.True(await desk.IsInsideAsync());
        Assert.False(await phone.IsInsideAsync());
        Assert.Equal([MailKind.SecondFactorOff, MailKind.SecondFactorOn], await LettersToAsync("sara-off"));
        var again = app.Visit();
        await again.SignInAsync("sara-off@example.com", People.Password);
        Assert.True(await again.IsInsideAsync());
    }

    [Fact]
    public async Task Of_many_who_switch_on_at_once_one_is_given_codes()
    {
        var sara = await app.SignedInAsync("sara-races");
        var (phone, offer) = await app.OfferedAsync(sara);
        var open = await sara.OpenAsync(Page);

        // All of them from the page as it was: on the one that is opened later the form is the one that switches off.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await sara.SubmitAsync(open, Page, Page, ("Input.Offer", offer), ("Input.Code", phone.Code()));
            return (await SecondFactors.CodesOnAsync(answer)).Count;
        }));

        Assert.Equal(10, answers.Sum());
    }

    [Fact]
    public async Task Neither_secret_nor_codes_can_be_read_in_the_database()
    {
        var sara = await app.SignedInAsync("sara-rests");
        var shown = (await sara.OpenAsync(Page)).QuerySelector("#secret")!.TextContent;
        var (_, codes) = await app.EnrolAsync(sara);

        var (secret, hashes) = await app.AskAsync(async db =>
        {
            var id = (await db.Users.SingleAsync(u => u.Email == "sara-rests@example.com")).Id;
            return ((await db.Authenticators.SingleAsync(a => a.UserId == id)).SealedSecret, await db.RecoveryCodes.Where(c => c.UserId == id).Select(c => c.Hash).ToListAsync());
        });

        Assert.DoesNotContain(shown.Replace(" ", "", StringComparison.Ordinal), Encoding.ASCII.GetString(secret), StringComparison.Ordinal);
        Assert.True(secret.Length > 60);
        Assert.Equal(10, hashes.Count);
        Assert.All(codes, code => Assert.DoesNotContain(hashes, hash => hash.Contains(code[..4], StringComparison.OrdinalIgnoreCase)));
    }

    private Task<bool> IsOnAsync(string name) => app.AskAsync(db => db.Users.AnyAsync(u => u.Email == $"{name}@example.com" && u.TwoFactorEnabled));

    private Task<List<MailKind>> LettersToAsync(string name) => app.AskAsync(db =>
        db.OutboxMails.Where(m => m.To == $"{name}@example.com").Select(m => m.Kind).OrderBy(kind => kind).ToListAsync());
}
