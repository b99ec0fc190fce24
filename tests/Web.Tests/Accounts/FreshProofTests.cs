using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class FreshProofTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private const string Page = "/account/security/authenticator";
    private const string Asking = "/account/confirm-it?returnUrl=%2Faccount%2Fsecurity%2Fauthenticator";

    [Fact]
    public async Task Whoever_signed_in_long_ago_is_asked_and_comes_back()
    {
        var sara = await LongAgoAsync("sara");

        using var asked = await sara.Client.GetAsync(Page);
        using var proven = await sara.SubmitAsync(Asking, "/account/confirm-it", ("Password", People.Password));

        Assert.Equal(Asking, asked.Headers.Location!.ToString());
        Assert.Equal(Page, proven.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync(Page));
    }

    [Fact]
    public async Task A_form_that_was_opened_in_time_and_sent_too_late_changes_nothing()
    {
        var (omar, _, _) = await app.WithFactorAsync("omar");
        var form = (await omar.OpenAsync(Page)).Forms.First(f => f.GetAttribute("action") == $"{Page}?handler=Off");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        app.Clock.Turn(TimeSpan.FromMinutes(11));

        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var asked = await omar.Client.PostAsync($"{Page}?handler=Off", content);

        Assert.Equal(Asking, asked.Headers.Location!.ToString());
        Assert.True(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "omar@example.com" && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task A_wrong_password_proves_nothing_and_five_lock_the_account()
    {
        var omar = await LongAgoAsync("omar-guesses");

        for (var i = 0; i < 5; i++)
        {
            using var refused = await omar.SubmitAsync(Asking, "/account/confirm-it", ("Password", "not the password"));
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        using var locked = await omar.SubmitAsync(Asking, "/account/confirm-it", ("Password", People.Password));
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await omar.StatusAsync(Page));
    }

    [Fact]
    public async Task Nobody_is_led_away_from_the_site()
    {
        var sara = await LongAgoAsync("sara-led");

        using var proven = await sara.SubmitAsync("/account/confirm-it?returnUrl=//evil.example", "/account/confirm-it", ("Password", People.Password));

        Assert.Equal("/", proven.Headers.Location!.ToString());
    }

    [Fact]
    public void What_protects_an_account_is_changed_only_by_whoever_is_proven()
    {
        var pages = typeof(FreshProofAttribute).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && t.Namespace == "SaaSChat.Web.Pages.Account.Security");
        var open = pages.Where(page => page.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)) && !page.IsDefined(typeof(FreshProofAttribute), false));

        Assert.Empty(open.Select(page => page.Name));
    }

    private async Task<Visitor> LongAgoAsync(string name)
    {
        var visitor = await app.SignedInAsync(name);
        app.Clock.Turn(TimeSpan.FromMinutes(11));
        return visitor;
    }
}
