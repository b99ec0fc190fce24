using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using SaaSChat.Domain.Api;

namespace SaaSChat.Web.Tests.Api;

public sealed class ProblemTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("GET", "/api/nothing-here", 404, "not_found")]
    [InlineData("GET", "/API/Nothing-Here", 404, "not_found")]
    [InlineData("DELETE", "/api/user", 405, "method_not_allowed")]
    [InlineData("GET", "/api/user", 401, "missing_key")]
    public async Task A_refusal_is_a_problem_with_a_code_and_a_title_in_the_callers_language(string verb, string path, int status, string code)
    {
        using var english = await app.Caller(null).SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));
        using var arabic = await app.Caller(null, "ar;q=0.9, en;q=0.5").SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));

        var (said, saidInArabic) = (await ReadAsync(english, status, code), await ReadAsync(arabic, status, code));
        Assert.Matches("^[A-Z][a-z]", said);
        Assert.Matches(@"^\p{IsArabic}", saidInArabic);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem()
    {
        var sara = app.Caller((await app.AddKeyAsync("sara-large")).Secret);
        using var content = new ByteArrayContent(new byte[2_000_000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/user") { Content = content };

        using var response = await sara.SendAsync(request);

        await ReadAsync(response, 413, "too_large");
    }

    [Fact]
    public async Task Too_many_calls_by_one_key_are_refused_until_the_next_permit_and_other_keys_are_not()
    {
        await using var node = app.Node(("RateLimits:Key:Permits", "2"), ("RateLimits:Key:Window", "00:01:00"));
        var owner = await app.AddUserAsync("omar-hurries@example.com");
        var (one, two) = (node.Caller((await app.IssueAsync(owner)).Secret), node.Caller((await app.IssueAsync(owner)).Secret));
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(one));

        using var refused = await one.GetAsync("/api/user");

        await ReadAsync(refused, 429, "too_many_requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal("0", refused.Headers.GetValues("RateLimit-Remaining").Single());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two));
    }

    [Fact]
    public async Task While_the_site_is_closed_a_program_is_told_when_to_come_again()
    {
        await using var closed = app.Node(("Features:Maintenance", "true"));

        using var response = await closed.Caller(null).GetAsync("/api/user");

        await ReadAsync(response, 503, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Guessing_keys_leads_to_a_ban_that_is_told_as_a_problem_and_a_key_that_is_over_does_not()
    {
        await using var node = app.Node(("Violations:Threshold", "10"), ("Violations:FailedKey", "5"));
        var (guesser, late) = (node.Caller(null), node.Caller(await RevokedAsync(node)));
        for (var i = 0; i < 5; i++) await StatusAsync(late);
        for (var i = 0; i < 3; i++)
        {
            guesser.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey.Prefix + new string((char)('a' + i), 43));
            await StatusAsync(guesser);
        }

        using var banned = await guesser.GetAsync("/api/user");

        await ReadAsync(banned, 403, "banned");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(late));
    }

    private async Task<string> RevokedAsync(WebApplicationFactory<Program> node)
    {
        var issued = await node.AddKeyAsync("omar-late");
        await app.EndAsync(issued.Key, revoked: DateTime.UtcNow.AddDays(-1));
        return issued.Secret;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/user");
        return response.StatusCode;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, int status, string code)
    {
        var problem = await response.JsonAsync();
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal((status, code), (problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString()));
        Assert.Equal($"urn:saaschat:problem:{code}", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem.GetProperty("title").GetString()!;
    }
}
