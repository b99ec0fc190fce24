using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class TermsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/account/terms";

    [Theory]
    [InlineData("en", "changed")]
    [InlineData("ar", "تغيّرت")]
    public async Task Who_accepted_an_older_version_is_asked_at_the_next_sign_in_before_going_on(string language, string words)
    {
        var sara = await SignedInAfterAChangeAsync($"sara.{language}@example.com", language);

        using var asked = await sara.Client.GetAsync("/dashboard?from=mail");
        Assert.Equal($"{Page}?returnUrl=%2Fdashboard%3Ffrom%3Dmail", asked.Headers.Location!.OriginalString);
        Assert.Contains(words, (await sara.OpenAsync(Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var without = await sara.SubmitAsync(Page, Page);
        Assert.NotNull(await without.ErrorAtAsync("Accepted"));
        Assert.Equal(HttpStatusCode.Redirect, await sara.StatusAsync("/dashboard"));

        using var accepted = await sara.SubmitAsync(asked.Headers.Location.OriginalString, Page, ("Input.Accepted", "true"));

        Assert.Equal("/dashboard?from=mail", accepted.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync("/dashboard"));
        Assert.Equal(2, await app.AskAsync(db => db.TermsAcceptances.CountAsync(t => db.Users.Any(u => u.Id == t.UserId && u.Email == $"sara.{language}@example.com"))));
    }

    [Fact]
    public async Task Public_pages_and_the_way_out_are_open_meanwhile_and_nothing_else()
    {
        var omar = await SignedInAfterAChangeAsync("omar@example.com", "en");

        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync("/en/terms"));
        Assert.Equal(HttpStatusCode.Redirect, await omar.StatusAsync("/account/profile"));
        omar.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var fragment = await omar.Client.GetAsync("/dashboard");
        omar.Client.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Equal((HttpStatusCode.Forbidden, Page), (fragment.StatusCode, fragment.Headers.GetValues("HX-Redirect").Single()));
        using var left = await omar.SubmitAsync(Page, "/account/sign-out");
        Assert.Equal("/", left.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_accepted_the_version_of_today_sees_when()
    {
        var nour = await app.SignedInAsync("nour");

        var words = (await nour.OpenAsync(Page)).QuerySelector("main")!.TextContent;

        Assert.Contains("You accepted", words, StringComparison.Ordinal);
    }

    private async Task<Visitor> SignedInAfterAChangeAsync(string email, string language)
    {
        var id = await app.AddUserAsync(email);
        await app.AskAsync(db => db.TermsAcceptances.Where(t => t.UserId == id).ExecuteDeleteAsync());
        await app.AskAsync(db =>
        {
            db.TermsAcceptances.Add(new TermsAcceptance(id, "2026-01-01", DateTime.UtcNow));
            return db.SaveChangesAsync();
        });
        var visitor = app.Visit(language);
        await visitor.SignInAsync(email, People.Password);
        return visitor;
    }
}
