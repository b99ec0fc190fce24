using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Security;

public sealed class SecurityHeadersTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/en", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/dashboard", HttpStatusCode.Redirect)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/css/app.css", HttpStatusCode.OK)]
    public async Task Every_kind_of_answer_carries_them(string path, HttpStatusCode status)
    {
        using var response = await app.Visit().Client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task A_file_that_has_not_changed_carries_them()
    {
        var omar = app.Visit();
        using var first = await omar.Client.GetAsync("/css/app.css");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/css/app.css") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var response = await omar.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task A_refused_form_carries_them()
    {
        using var response = await app.Visit().Client.PostAsync("/account/sign-in", null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task A_page_that_failed_carries_them()
    {
        using var failing = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Failure()))));

        using var response = await failing.Visit().Client.GetAsync("/en");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        SecurityHeaders.AssertOn(response);
        Assert.DoesNotContain("planted", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_is_refused_with_them()
    {
        using var named = app.Node(("AllowedHosts", "chat.example.com"));

        using var response = await named.Visit().Client.GetAsync("/en");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task An_error_page_is_kept_by_nobody_and_fills_no_log_with_warnings()
    {
        using var lines = new LogLines();
        using var node = app.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddLogging(logs => logs.AddProvider(lines))));

        using var response = await node.Visit().Client.GetAsync("/no-such-page");

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(0, lines.Count(LogLevel.Warning, ""));
    }

    [Fact]
    public async Task What_is_made_for_one_person_is_kept_by_nobody()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        foreach (var path in new[] { "/admin", "/dashboard", "/en", "/no-such-page" })
        {
            using var response = await layla.Client.GetAsync(path);
            Assert.True(response.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Files_may_be_kept_even_by_who_is_signed_in()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        using var response = await layla.Client.GetAsync("/css/app.css");

        Assert.False(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Forms_may_go_to_the_origins_that_the_configuration_lists()
    {
        using var paid = app.Node(("Security:FormActionOrigins", "https://checkout.stripe.com, https://billing.stripe.com"));

        using var response = await paid.Visit().Client.GetAsync("/en");

        Assert.EndsWith("; form-action 'self' https://checkout.stripe.com https://billing.stripe.com",
            SecurityHeaders.One(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private sealed class Failure : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == "/en") throw new InvalidOperationException("planted");
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
