using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Api;

namespace SaaSChat.Web.Tests.Api;

public sealed class KeyEndTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_key_that_is_revoked_on_one_node_is_over_there_at_once_and_elsewhere_within_three_seconds()
    {
        await using var other = app.Node();
        var issued = await app.AddKeyAsync("sara-nodes");
        var (here, there) = (app.Caller(issued.Secret), other.Caller(issued.Secret));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(here), await StatusAsync(there)));

        await app.InScopeAsync(s => s.GetRequiredService<ApiKeys>().RevokeAsync(issued.Key.UserId, issued.Key.Id, default));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(here));
        await OverSoonAsync(there);
    }

    [Fact]
    public async Task Suspending_its_owner_stops_a_key_at_once_here_and_everywhere_within_three_seconds()
    {
        await using var other = app.Node();
        var issued = await app.AddKeyAsync("omar-stopped");
        var (here, there) = (app.Caller(issued.Secret), other.Caller(issued.Secret));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(here), await StatusAsync(there)));

        await app.AskAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == issued.Key.UserId)).Suspend(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        await app.InScopeAsync(s => s.GetRequiredService<Sessions>().EndAllAsync(issued.Key.UserId, except: null, default));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(here));
        await OverSoonAsync(there);
    }

    [Fact]
    public async Task The_last_use_is_noted_once_in_a_while()
    {
        var issued = await app.AddKeyAsync("sara-used");
        var client = app.Caller(issued.Secret);

        await StatusAsync(client);
        var first = await LastUseAsync(issued);
        app.Services.GetRequiredService<ApiKeyChecks>().Forget();
        await StatusAsync(client);

        Assert.NotNull(first);
        Assert.Equal(first, await LastUseAsync(issued));
    }

    [Fact]
    public async Task Of_many_who_take_the_last_place_at_once_one_gets_it()
    {
        await using var node = app.Node(("Api:KeysPerPerson", "1"));
        var sara = await app.AddUserAsync("sara-hurries@example.com");

        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => node.InScopeAsync(s =>
            s.GetRequiredService<ApiKeys>().IssueAsync(sara, new ApiKeyOrder("one", ApiScope.All), default)))));

        Assert.Single(issued, key => key is not null);
    }

    private Task<DateTime?> LastUseAsync(IssuedKey issued) => app.AskAsync(db => db.ApiKeys.Where(k => k.Id == issued.Key.Id).Select(k => k.LastUsedAt).SingleAsync());

    private static async Task OverSoonAsync(HttpClient client)
    {
        var since = Stopwatch.GetTimestamp();
        while (await StatusAsync(client) == HttpStatusCode.OK)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < AtMost, "The key still opens.");
            await Task.Delay(100);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/user");
        return response.StatusCode;
    }
}
