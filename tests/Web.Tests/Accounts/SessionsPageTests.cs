using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class SessionsPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Sessions = "/account/sessions";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    [Fact]
    public async Task Each_device_stands_there_in_words_and_this_one_first()
    {
        await app.AddUserAsync("sara@example.com");
        var (desk, phone) = (app.Visit(), app.Visit());
        desk.Client.DefaultRequestHeaders.Add("User-Agent", Firefox);
        await desk.SignInAsync("sara@example.com", People.Password);
        await phone.SignInAsync("sara@example.com", People.Password);

        var cards = (await desk.OpenAsync(Sessions)).QuerySelectorAll("main li.card");

        Assert.Equal(2, cards.Length);
        Assert.Contains("\u2068Firefox\u2069 on \u2068Linux\u2069", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("This device", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("An unknown device", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Null(cards[0].QuerySelector("form"));
    }

    [Fact]
    public async Task A_device_is_signed_out_at_once_here_and_within_three_seconds_on_another_node()
    {
        await app.AddUserAsync("omar@example.com");
        var desk = app.Visit();
        await desk.SignInAsync("omar@example.com", People.Password);
        var (phone, phoneElsewhere) = await SignInAsync("omar@example.com", app.Node());
        Assert.Equal(HttpStatusCode.OK, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await phoneElsewhere.StatusAsync("/dashboard"));

        using var ended = await desk.SubmitAsync(Sessions, Sessions);

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.Redirect, await phoneElsewhere.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task Everywhere_else_is_signed_out_with_one_press()
    {
        var desk = await app.SignedInAsync("nour");
        var others = new[] { app.Visit(), app.Visit() };
        foreach (var other in others) await other.SignInAsync("nour@example.com", People.Password);

        using var ended = await desk.SubmitAsync(Sessions, Sessions + "?handler=Others");

        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync("/dashboard"));
        foreach (var other in others) Assert.Equal(HttpStatusCode.Redirect, await other.StatusAsync("/dashboard"));
        Assert.Single((await desk.OpenAsync(Sessions)).QuerySelectorAll("main li.card"));
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_found_and_goes_on()
    {
        var (ali, thief) = (await app.SignedInAsync("ali"), await app.SignedInAsync("thief"));
        await app.Visit().SignInAsync("thief@example.com", People.Password);
        var alis = await app.AskAsync(db => db.Sessions.Where(s => db.Users.Any(u => u.Id == s.UserId && u.Email == "ali@example.com")).Select(s => s.Id).SingleAsync());

        using var answer = await thief.SubmitAsync(Sessions, Sessions, ("id", $"{alis}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ali.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task When_somebody_was_last_here_is_remembered_after_their_sessions_are_forgotten()
    {
        await app.SignedInAsync("hind");

        Assert.True(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "hind@example.com" && u.LastSeenAt != null)));
    }

    // One browser that reaches either node.
    private async Task<(Visitor Here, Visitor There)> SignInAsync(string email, WebApplicationFactory<Program> other)
    {
        using var signedIn = await app.Visit().SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", People.Password));
        var cookies = signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).ToList();
        var (here, there) = (app.Visit(), other.Visit());
        here.Client.DefaultRequestHeaders.Add("Cookie", cookies);
        there.Client.DefaultRequestHeaders.Add("Cookie", cookies);
        return (here, there);
    }
}
