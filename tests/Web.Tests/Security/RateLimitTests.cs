using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Security;

public sealed class RateLimitTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_asks_too_often_is_told_in_words_when_to_come_again()
    {
        using var node = app.Node(("RateLimits:Address:Permits", "3"));
        var omar = node.Visit();
        await AskAsync(omar, 3, HttpStatusCode.OK);

        using var refused = await omar.Client.GetAsync("/en");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(20), refused.Headers.RetryAfter!.Delta);
        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("h1"));
        SecurityHeaders.AssertOn(refused);
    }

    [Fact]
    public async Task Who_comes_again_when_told_is_served()
    {
        using var node = app.Node(("RateLimits:Address:Permits", "1"), ("RateLimits:Address:Window", "00:00:02"));
        var omar = node.Visit();
        await AskAsync(omar, 1, HttpStatusCode.OK);
        using var refused = await omar.Client.GetAsync("/en");

        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromMilliseconds(300));

        await AskAsync(omar, 1, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_addresses_and_files_are_not_held_up()
    {
        using var node = app.Node(("RateLimits:Address:Permits", "1"));
        var omar = node.Visit();
        await AskAsync(omar, 1, HttpStatusCode.OK);
        await AskAsync(omar, 1, HttpStatusCode.TooManyRequests);

        await AskAsync(node.Visit(), 1, HttpStatusCode.OK);
        await AskAsync(omar, 5, HttpStatusCode.OK, "/css/app.css");
    }

    [Fact]
    public async Task One_IPv6_subscriber_is_one_caller_whichever_address_they_use()
    {
        using var node = app.Node(("RateLimits:Address:Permits", "2"));

        await AskAsync(node.Visit(from: "2001:db8:1:2::1"), 1, HttpStatusCode.OK);
        await AskAsync(node.Visit(from: "2001:db8:1:2:ffff::9"), 1, HttpStatusCode.OK);
        await AskAsync(node.Visit(from: "2001:db8:1:2:aaaa:bbbb:cccc:dddd"), 1, HttpStatusCode.TooManyRequests);
        await AskAsync(node.Visit(from: "2001:db8:1:3::1"), 1, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_user_is_counted_across_addresses()
    {
        using var node = app.Node(("RateLimits:User:Permits", "3"));
        var layla = node.Visit();
        await layla.SignInAsAdminAsync();
        await AskAsync(layla, 3, HttpStatusCode.OK, "/admin");

        layla.MoveTo(Addresses.Fresh());

        await AskAsync(layla, 1, HttpStatusCode.TooManyRequests, "/admin");
    }

    [Fact]
    public async Task One_endpoint_has_its_own_count()
    {
        using var node = app.Node(("RateLimits:Endpoint:Permits", "2"));
        var omar = node.Visit();

        await AskAsync(omar, 2, HttpStatusCode.OK, "/en");
        await AskAsync(omar, 1, HttpStatusCode.TooManyRequests, "/en");
        await AskAsync(omar, 1, HttpStatusCode.OK, "/account/sign-in");
    }

    [Fact]
    public async Task Attempts_at_one_account_are_counted_wherever_they_come_from()
    {
        using var node = app.Node(("RateLimits:Account:Permits", "2"));

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) answers.Add(await node.Visit().SignInAsync("nobody@example.com", "not the password"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Attempts_to_sign_in_from_one_address_are_counted_but_not_the_form()
    {
        using var node = app.Node(("RateLimits:SignIn:Permits", "1"));
        var omar = node.Visit();

        Assert.Equal(HttpStatusCode.OK, await omar.SignInAsync("omar@example.com", "not the password"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await omar.SignInAsync("sara@example.com", "not the password"));
        await AskAsync(omar, 3, HttpStatusCode.OK, "/account/sign-in");
    }

    [Fact]
    public async Task A_changed_limit_holds_without_a_restart()
    {
        using var changing = new TestApp();
        var omar = changing.Visit();
        await AskAsync(omar, 5, HttpStatusCode.OK);

        await SetAsync(changing, "RateLimits:Address:Permits", "2");

        await AskAsync(omar, 2, HttpStatusCode.OK);
        await AskAsync(omar, 1, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_limits_can_be_switched_off()
    {
        using var node = app.Node(("RateLimits:Address:Permits", "1"), ("RateLimits:Enabled", "false"));

        await AskAsync(node.Visit(), 5, HttpStatusCode.OK);
    }

    private static async Task AskAsync(Visitor visitor, int times, HttpStatusCode expected, string path = "/en")
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await visitor.Client.GetAsync(path);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    private static async Task SetAsync(WebApplicationFactory<Program> app, string key, string value) =>
        Assert.Null(await app.InScopeAsync(services => services.GetRequiredService<SettingChange>()
            .SetAsync(key, value, AuditActor.Operator, null, null, CancellationToken.None)));
}
