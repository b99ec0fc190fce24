using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SaaSChat.Web.Tests.Security;

public sealed class ProxyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Proxy = "10.1.2.3";

    [Theory]
    [InlineData("FORWARDEDHEADERS_ENABLED", "false")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public async Task Without_known_proxies_nobody_can_claim_another_address(string key, string value)
    {
        using var node = app.Node(("RateLimits:Address:Permits", "1"), (key, value));
        var attacker = node.Visit(from: "203.0.113.9");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(attacker, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(attacker, "192.0.2.2"));
    }

    [Fact]
    public async Task A_known_proxy_says_who_asks()
    {
        using var node = Known(("RateLimits:Address:Permits", "1"));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(node.Visit(from: Proxy), "192.0.2.1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(node.Visit(from: Proxy), "192.0.2.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(node.Visit(from: Proxy), "192.0.2.1"));
    }

    [Fact]
    public async Task What_stands_before_the_proxys_own_word_is_not_believed()
    {
        using var node = Known(("RateLimits:Address:Permits", "1"));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(node.Visit(from: Proxy), "192.0.2.50, 203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(node.Visit(from: Proxy), "192.0.2.51, 203.0.113.9"));
    }

    [Fact]
    public async Task An_unknown_sender_is_not_believed_although_others_are()
    {
        using var node = Known(("RateLimits:Address:Permits", "1"));
        var attacker = node.Visit(from: "203.0.113.9");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(attacker, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(attacker, "192.0.2.2"));
    }

    private WebApplicationFactory<Program> Known(params (string, string)[] more) => app.Node([("Proxy:Known", "10.1.0.0/16, 2001:db8::1"), .. more]);

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en") { Headers = { { "X-Forwarded-For", forwardedFor } } };
        using var response = await visitor.Client.SendAsync(request);
        return response.StatusCode;
    }
}
