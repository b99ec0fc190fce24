using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using SaaSChat.Web.Tests.Jobs;

namespace SaaSChat.Web.Tests.Security;

/// <summary>What holds for every endpoint, those of later features too: the router is asked which there are.</summary>
public sealed class EndpointFamilies(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE"];

    // Opening an endpoint to everybody is a decision, made by adding it here.
    internal static readonly string[] OpenToEverybody =
    [
        "/account/external", "/account/external/address", "/signin/{key}",
        "/", "/account/passkey", "/account/passkey/options", "/account/recovery", "/account/sign-in", "/account/two-factor", "/dev/checkout/{checkout}", "/dev/mail", "/dev/mail/{letter:guid}", "/dev/mail/{letter:guid}/html", "/dev/payments", "/dev/prose", "/dev/ui", "/error/{code:int:range(400,599)}", "/openapi/v1.json", "/preferences", "/preferences/language", "/preferences/theme", "/preferences/token", "/robots.txt", "/sitemap.xml",
        "/account/check-mail", "/account/confirm/{token}", "/account/email/{token}", "/account/forgot", "/account/forgot/sent", "/account/resend", "/account/reset/{token}", "/account/sign-up",

        // A guest's, by their cookie; somebody else's is not there.
        "/chat", "/chat/{id:guid}", "/chat/{id:guid}/before/{messageId:guid}", "/chat/{id:guid}/heading", "/chat/{id:guid}/m/{messageId:guid}/again",
        "/chat/{id:guid}/m/{messageId:guid}/choice", "/chat/{id:guid}/m/{messageId:guid}/continuation", "/chat/{id:guid}/m/{messageId:guid}/edit",
        "/chat/{id:guid}/m/{messageId:guid}/stop", "/chat/{id:guid}/m/{messageId:guid}/stream",
        "/chat/all", "/chat/archive", "/chat/{id:guid}/archival", "/chat/{id:guid}/deletion", "/chat/{id:guid}/pin", "/chat/{id:guid}/restoration", "/chat/{id:guid}/title", "/chat/{id:guid}/acts", "/chat/{id:guid}/keeping",
        "/search", "/chat/selection", "/chat/selection/restoration", "/chat/{id:guid}/export.json", "/chat/{id:guid}/export.md",

        // A guest puts one away by a cookie of their own.
        "/announcements/{id:guid}/dismissal",

        // Signed by the gateway.
        "/webhooks/stripe",

        // Signed by us, in a letter.
        "/unsubscribe/{token}", "/unsubscribe/{token}/one-click",

        // Whoever has the link; nothing is there for who has not.
        "/share/{token}", "/share/{token}/report",
        "/assistants", "/assistants/{id:guid}", "/assistants/shared/{link}",
        "/{culture:language}", "/{culture:language}/models", "/{culture:language}/pricing", "/{culture:language}/privacy", "/{culture:language}/refunds",
        "/{culture:language}/status", "/{culture:language}/terms",
    ];

    // The first changes nothing: it only tells of what went wrong with another request, whatever verb that had. The others are signed instead.
    private static readonly string[] WithoutFormToken = ["/error/{code:int:range(400,599)}", "/webhooks/stripe", "/unsubscribe/{token}/one-click"];

    // Development's letters and the page around them.
    private static readonly string[] WithAnotherPolicy = ["/dev/mail/{letter:guid}", "/dev/mail/{letter:guid}/html"];

    // Nobody is banned or slowed down while every door is tried.
    private readonly Lazy<WebApplicationFactory<Program>> _node = new(() => app.Node(("Violations:Enabled", "false"), ("RateLimits:Enabled", "false")));

    [Fact]
    public void Only_these_endpoints_are_open_to_everybody()
    {
        var open = Endpoints.Of(app).Where(e => e.IsAnonymous()).Select(e => e.Name()).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', OpenToEverybody.Order(StringComparer.Ordinal)), string.Join('\n', open));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_sign_in()
    {
        var omar = _node.Value.Visit();

        await EachAsync(e => !e.IsAnonymous() && e.Takes("GET"), async endpoint =>
        {
            using var response = await omar.Client.GetAsync(endpoint.SampleAddress());
            var asked = response.StatusCode == HttpStatusCode.Unauthorized
                || (response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/account/sign-in?returnUrl=", StringComparison.Ordinal));
            return asked ? null : $"{response.StatusCode}";
        });
    }

    [Fact]
    public async Task Whoever_is_no_admin_is_refused_by_the_administration_on_every_verb()
    {
        var sara = await _node.Value.SignedInAsync("sara");

        await EachAsync(e => e.IsForAdmins(), async endpoint =>
        {
            foreach (var verb in Verbs.Where(endpoint.Takes))
            {
                using var response = await sara.Client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), endpoint.SampleAddress()));
                if (response.StatusCode != HttpStatusCode.Forbidden) return $"{verb} {response.StatusCode}";
            }

            return null;
        });
    }

    [Fact]
    public void The_administration_is_not_empty_and_stands_nowhere_else()
    {
        var pages = Endpoints.Of(app).Where(e => e.DisplayName!.StartsWith("/Admin/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(page.IsForAdmins(), page.DisplayName));
    }

    [Fact]
    public async Task What_changes_something_wants_a_form_token()
    {
        var layla = _node.Value.Visit();
        await layla.SignInAsAdminAsync();

        foreach (var verb in Unsafe)
        {
            await EachAsync(e => e.Takes(verb) && !WithoutFormToken.Contains(e.Name(), StringComparer.Ordinal), async endpoint =>
            {
                using var content = new FormUrlEncodedContent([KeyValuePair.Create("id", "1")]);
                using var request = new HttpRequestMessage(new HttpMethod(verb), endpoint.SampleAddress()) { Content = content };
                using var response = await layla.Client.SendAsync(request);
                return response.StatusCode == HttpStatusCode.BadRequest ? null : $"{verb} {response.StatusCode}";
            });
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_and_guards_its_cookies()
    {
        var (omar, layla) = (_node.Value.Visit(), _node.Value.Visit());
        await layla.SignInAsAdminAsync();

        await EachAsync(e => e.Takes("GET"), async endpoint =>
        {
            foreach (var visitor in new[] { omar, layla })
            {
                using var response = await visitor.Client.GetAsync(endpoint.SampleAddress(), HttpCompletionOption.ResponseHeadersRead);
                if (WithAnotherPolicy.Contains(endpoint.Name(), StringComparer.Ordinal)) SecurityHeaders.AssertAllButPolicyOn(response);
                else SecurityHeaders.AssertOn(response);
                if (Cookies.Of(response).FirstOrDefault(c => !Cookies.IsGuarded(c)) is { } cookie) return cookie;
            }

            return null;
        });
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var layla = _node.Value.Visit();
        await layla.SignInAsAdminAsync();
        await _node.Value.PauseJobsAsync();
        var before = await _node.Value.AskAsync(Rows.CountAllAsync);

        await EachAsync(e => e.Takes("GET"), async endpoint =>
        {
            using var response = await layla.Client.GetAsync(endpoint.SampleAddress(), HttpCompletionOption.ResponseHeadersRead);
            return Cookies.Of(response).FirstOrDefault(c => c.StartsWith("session=", StringComparison.Ordinal));
        });

        Assert.Empty((await _node.Value.AskAsync(Rows.CountAllAsync)).Except(before));
    }

    // The check answers what is wrong with an endpoint, or null.
    private async Task EachAsync(Func<RouteEndpoint, bool> which, Func<RouteEndpoint, Task<string?>> check)
    {
        var failing = new List<string>();
        foreach (var endpoint in Endpoints.Of(app).Where(which))
        {
            if (await check(endpoint) is { } wrong) failing.Add($"{endpoint.Name()}: {wrong}");
        }

        Assert.Empty(failing);
    }
}
