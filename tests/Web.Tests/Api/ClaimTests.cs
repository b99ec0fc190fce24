using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Api;

public sealed class ClaimTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    [Fact]
    public async Task A_claim_is_credited_once_and_the_second_is_told_when_to_come_again()
    {
        var client = app.Caller((await app.IssueAsync(await app.AddUserAsync("sara-claims@example.com"))).Secret);

        using var first = await client.PostAsync("/api/claim", null);
        using var second = await client.PostAsync("/api/claim", null);

        var (claimed, refused) = (await first.JsonAsync(), await second.JsonAsync());
        Assert.Equal((HttpStatusCode.OK, 20_000), (first.StatusCode, claimed.GetProperty("credited").GetInt64()));
        Assert.Equal(["credited", "nextClaimAt"], claimed.EnumerateObject().Select(p => p.Name));
        Assert.Equal((HttpStatusCode.TooManyRequests, "claimed_already"), (second.StatusCode, refused.GetProperty("code").GetString()));
        Assert.Equal(claimed.GetProperty("nextClaimAt").GetString(), refused.GetProperty("nextClaimAt").GetString());
        var next = DateTime.Parse(refused.GetProperty("nextClaimAt").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value, next - app.Now - TimeSpan.FromSeconds(1), next - app.Now + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Of_many_claims_at_once_one_is_credited()
    {
        var client = app.Caller((await app.IssueAsync(await app.AddUserAsync("omar-claims@example.com"))).Secret);

        var codes = await Allowances.AtOnceAsync(16, async _ =>
        {
            using var response = await client.PostAsync("/api/claim", null);
            return response.StatusCode;
        });

        Assert.Equal(1, codes.Count(code => code == HttpStatusCode.OK));
        Assert.Equal(15, codes.Count(code => code == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Whoever_has_not_confirmed_their_address_claims_nothing()
    {
        var omar = await app.AddUserAsync("omar-unconfirmed@example.com");
        await app.AskAsync(db => db.Users.Where(u => u.Id == omar).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false)));

        using var response = await app.Caller((await app.IssueAsync(omar)).Secret).PostAsync("/api/claim", null);

        Assert.Equal((HttpStatusCode.Forbidden, "address_not_confirmed"), (response.StatusCode, (await response.JsonAsync()).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Where_claims_are_switched_off_a_program_is_told_so()
    {
        await using var closed = app.Node(("Claim:Enabled", "false"));
        var secret = (await app.IssueAsync(await app.AddUserAsync("sara-closed@example.com"))).Secret;

        using var response = await closed.Caller(secret).PostAsync("/api/claim", null);

        Assert.Equal((HttpStatusCode.Forbidden, "claims_switched_off"), (response.StatusCode, (await response.JsonAsync()).GetProperty("code").GetString()));
    }
}
