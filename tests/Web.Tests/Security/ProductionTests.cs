using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SaaSChat.Web.Tests.Security;

public sealed class ProductionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Plain_HTTP_is_sent_to_HTTPS()
    {
        using var node = Production();

        using var response = await Client(node, "http").GetAsync("/en?x=1");

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal("https://localhost/en?x=1", response.Headers.Location!.ToString());
        SecurityHeaders.AssertOn(response, SecurityHeaders.PaymentPages);
    }

    [Fact]
    public async Task HTTPS_is_remembered_and_every_cookie_is_bound_to_the_host()
    {
        using var node = Production();

        using var response = await Client(node, "https").GetAsync("/account/sign-in");

        Assert.Equal("max-age=31536000; includeSubDomains", SecurityHeaders.One(response, "Strict-Transport-Security"));
        Assert.All(Cookies.Of(response), cookie => Assert.True(Cookies.IsGuarded(cookie) && Cookies.IsBoundToHost(cookie), cookie));
        Assert.NotEmpty(Cookies.Of(response));
    }

    [Fact]
    public async Task A_known_proxy_says_that_it_was_HTTPS()
    {
        using var node = Production(("Proxy:Known", "10.0.0.0/8"));
        var http = Client(node, "http");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        http.DefaultRequestHeaders.Add(Addresses.Header, "10.0.0.5");
        using var believed = await http.GetAsync("/en");
        http.DefaultRequestHeaders.Remove(Addresses.Header);
        http.DefaultRequestHeaders.Add(Addresses.Header, "203.0.113.5");
        using var ignored = await http.GetAsync("/en");

        Assert.Equal(HttpStatusCode.OK, believed.StatusCode);
        Assert.Equal(HttpStatusCode.PermanentRedirect, ignored.StatusCode);
    }

    [Fact]
    public async Task Behind_a_silent_proxy_everything_counts_as_HTTPS()
    {
        using var node = Production(("Security:RequireHttps", "false"));

        using var response = await Client(node, "http").GetAsync("/account/sign-in");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(Cookies.Of(response), cookie => Assert.True(Cookies.IsBoundToHost(cookie), cookie));
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var node = Production();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en") { Headers = { Host = "evil.example" } };

        using var response = await Client(node, "https").SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        SecurityHeaders.AssertOn(response, SecurityHeaders.PaymentPages);
    }

    private static HttpClient Client(WebApplicationFactory<Program> node, string scheme) =>
        node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://localhost") });

    private WebApplicationFactory<Program> Production(params (string, string)[] more) => app.Node(
        [("environment", "Production"), ("AllowedHosts", "localhost"), ("Mail:Enabled", "false"), ("DataProtection:Secret", "a-secret-for-tests-that-is-long-enough"),
        ("Stripe:SecretKey", StripeKeys.Secret), ("Stripe:WebhookSecret", StripeKeys.Webhook), .. more]);
}
