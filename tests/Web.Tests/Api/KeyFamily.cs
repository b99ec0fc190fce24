using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Web.Api;
using SaaSChat.Web.Tests.Security;

namespace SaaSChat.Web.Tests.Api;

/// <summary>What holds for every endpoint under /api, those of later features too: which keys open it, and how the others are told.</summary>
public sealed class KeyFamily(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Every_endpoint_asks_for_a_scope_that_there_is_and_every_scope_has_one()
    {
        var asked = Ours().ConvertAll(e => e.Metadata.GetMetadata<NeededScope>()?.Scope);

        Assert.Equal(ApiScope.All.Order(StringComparer.Ordinal), asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("garbage")]
    [InlineData("nobody's")]
    [InlineData("another scheme")]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("suspended")]
    [InlineData("deleted")]
    [InlineData("locked")]
    public async Task What_is_no_good_key_opens_nothing(string which)
    {
        await using var node = app.Node(("Violations:Enabled", "false"));
        var owner = await node.AddUserAsync($"{Guid.NewGuid():N}@example.com");
        var client = node.Caller(await SpoiltAsync(which, owner));
        if (which == "another scheme") client.DefaultRequestHeaders.Authorization = new("Basic", "c2FyYTpwYXNzd29yZA==");

        await EachAsync(client, async (response, _) =>
        {
            var challenge = response.Headers.WwwAuthenticate.ToString();
            var problem = await response.JsonAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.StartsWith("Bearer realm=\"SaaSChat\"", challenge, StringComparison.Ordinal);
            Assert.Equal(which != "no key", challenge.EndsWith("error=\"invalid_token\"", StringComparison.Ordinal));
            Assert.Equal(which == "no key" ? "missing_key" : "invalid_key", problem.GetProperty("code").GetString());
        });
    }

    [Fact]
    public async Task A_key_without_the_scope_is_told_which_it_lacks()
    {
        var owner = await app.AddUserAsync("omar-scopes@example.com");
        var callers = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (var endpoint in Ours())
        {
            var needed = endpoint.Metadata.GetMetadata<NeededScope>()!.Scope;
            if (!callers.TryGetValue(needed, out var client)) callers[needed] = client = app.Caller((await app.IssueAsync(owner, [.. ApiScope.All.Where(s => s != needed)])).Secret);

            using var response = await client.SendAsync(Request(endpoint));

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Contains($"scope=\"{needed}\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            Assert.Equal("insufficient_scope", (await response.JsonAsync()).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_good_key_is_let_in_needs_no_form_token_and_reads_what_is_left_of_its_limit() =>
        await EachAsync(app.Caller((await app.AddKeyAsync("sara-good")).Secret), (response, endpoint) =>
        {
            Assert.True(IsLetIn(response, endpoint), $"{endpoint.Name()} {response.StatusCode}");
            Assert.Equal("120", response.Headers.GetValues("RateLimit-Limit").Single());
            Assert.InRange(int.Parse(response.Headers.GetValues("RateLimit-Remaining").Single(), null), 1, 119);
            Assert.InRange(int.Parse(response.Headers.GetValues("RateLimit-Reset").Single(), null), 1, 60);
            Assert.True(response.Headers.CacheControl!.NoStore);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Whoever_is_signed_in_reads_by_cookie_and_changes_with_the_form_token_only()
    {
        var sara = await app.SignedInAsync("sara-cookie");
        var token = (await sara.OpenAsync("/dashboard")).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;

        foreach (var endpoint in Ours())
        {
            using var bare = await sara.Client.SendAsync(Request(endpoint));
            if (IsRead(endpoint) || IsForAdmins(endpoint))
            {
                Assert.True(IsLetIn(bare, endpoint), $"{endpoint.Name()} {bare.StatusCode}");
                continue;
            }

            Assert.Equal("missing_form_token", (await bare.JsonAsync()).GetProperty("code").GetString());
            using var request = Request(endpoint);
            request.Headers.Add("X-CSRF-TOKEN", token);
            using var armed = await sara.Client.SendAsync(request);
            Assert.True(IsLetIn(armed, endpoint), $"{endpoint.Name()} {armed.StatusCode}");
        }
    }

    [Fact]
    public async Task A_bad_key_is_not_made_good_by_a_cookie_beside_it()
    {
        var sara = await app.SignedInAsync("sara-both");
        sara.Client.DefaultRequestHeaders.Authorization = new("Bearer", "sc_live_nothing");

        await EachAsync(sara.Client, (response, _) =>
        {
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        var client = app.Caller((await app.AddKeyAsync("omar-pages")).Secret);

        using var response = await client.GetAsync("/account/keys");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private async Task<string?> SpoiltAsync(string which, Guid owner)
    {
        if (which is "no key" or "another scheme") return null;
        if (which == "garbage") return "sc_live_x";
        if (which == "nobody's") return ApiKey.Prefix + new string('A', 43);

        var (key, secret, _) = await app.IssueAsync(owner);
        var past = DateTime.UtcNow.AddMinutes(-1);
        if (which == "revoked") await app.EndAsync(key, revoked: past);
        if (which == "expired") await app.EndAsync(key, expires: past);
        await app.AskAsync(db => db.Users.Where(u => u.Id == owner).ExecuteUpdateAsync(u => u
            .SetProperty(x => x.SuspendedAt, which == "suspended" ? past : null)
            .SetProperty(x => x.DeletedAt, which == "deleted" ? past : null)
            .SetProperty(x => x.LockoutEnd, which == "locked" ? DateTimeOffset.UtcNow.AddMinutes(15) : null)));
        return secret;
    }

    private async Task EachAsync(HttpClient client, Func<HttpResponseMessage, RouteEndpoint, Task> check)
    {
        foreach (var endpoint in Ours())
        {
            using var response = await client.SendAsync(Request(endpoint));
            await check(response, endpoint);
        }
    }

    private List<RouteEndpoint> Ours() => [.. Security.Endpoints.Of(app).Where(e => e.Name().StartsWith("/api/", StringComparison.OrdinalIgnoreCase))];

    // What is not there and what says nothing is refused by whoever has let it in; the administration lets in nobody but admins.
    private static bool IsLetIn(HttpResponseMessage response, RouteEndpoint endpoint) => IsForAdmins(endpoint)
        ? response.StatusCode == HttpStatusCode.Forbidden
        : response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest;

    private static bool IsForAdmins(RouteEndpoint endpoint) => endpoint.Name().StartsWith("/api/admin/", StringComparison.Ordinal);

    private static bool IsRead(RouteEndpoint endpoint) => endpoint.Takes("GET");

    private static HttpRequestMessage Request(RouteEndpoint endpoint) => new(IsRead(endpoint) ? HttpMethod.Get : HttpMethod.Post, endpoint.SampleAddress());
}
