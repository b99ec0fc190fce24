using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Data;

namespace SaaSChat.Web.Tests.Api;

public sealed class BalanceTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    private static readonly string[] Promised =
    [
        "tokenCredits", "held", "debt", "autoRefillEnabled", "refillIntervalValue", "refillIntervalUnit", "lastRefill", "nextRefill", "refillAmount",
        "quota", "quotaExceeded", "nextQuotaReset", "subscriptionActive", "grants",
    ];

    [Fact]
    public async Task The_balance_says_what_there_is_what_is_held_and_in_which_order_it_is_spent()
    {
        var (account, client) = await CallerAsync("sara-asks");
        await app.GiveAsync(account, 70_000);
        await app.HoldAsync(account, 20_000);

        var balance = await AskAsync(client);

        var grants = balance.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(Promised, balance.EnumerateObject().Select(p => p.Name));
        Assert.Equal((300_000, 20_000, 0), (Long(balance, "tokenCredits"), Long(balance, "held"), Long(balance, "debt")));
        Assert.Equal((250_000, false, false), (Long(balance, "quota"), balance.GetProperty("quotaExceeded").GetBoolean(), balance.GetProperty("subscriptionActive").GetBoolean()));
        Assert.Equal([("plan", 250_000), ("purchase", 70_000)], grants.Select(g => (g.GetProperty("source").GetString()!, Long(g, "remaining"))));
        Assert.Equal(balance.GetProperty("nextQuotaReset").GetString(), grants[0].GetProperty("expiresAt").GetString());
        Assert.EndsWith("Z", grants[0].GetProperty("expiresAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, grants[1].GetProperty("expiresAt").ValueKind);
    }

    [Fact]
    public async Task Without_a_schedule_the_refill_is_empty_and_with_one_it_says_when()
    {
        var (account, client) = await CallerAsync("omar-refills");
        var without = await AskAsync(client);
        var set = await app.InScopeAsync(s => s.GetRequiredService<Refills>()
            .SetAsync(new RefillOwner(account, null, $"{account}"), 5_000, Interval.Of(2, IntervalUnit.Hour)!, AuditActor.Operator, default));
        app.Clock.Turn(TimeSpan.FromHours(5));

        var with = await AskAsync(client);

        Assert.False(without.GetProperty("autoRefillEnabled").GetBoolean());
        Assert.Equal(JsonValueKind.Null, without.GetProperty("nextRefill").ValueKind);
        Assert.True(with.GetProperty("autoRefillEnabled").GetBoolean());
        Assert.Equal((2, "hour", 5_000), (Long(with, "refillIntervalValue"), with.GetProperty("refillIntervalUnit").GetString(), Long(with, "refillAmount")));
        Assert.Equal((set.SetAt.AddHours(4), set.SetAt.AddHours(6)), (Time(with, "lastRefill"), Time(with, "nextRefill")));
        Assert.Equal(255_000, Long(with, "tokenCredits"));
    }

    [Fact]
    public async Task Used_up_and_in_debt_nothing_can_be_spent()
    {
        var (account, client) = await CallerAsync("omar-owes");
        await app.SettleAsync(account, (await app.HoldAsync(account, 250_000)).Hold!.Id, 251_000);

        var balance = await AskAsync(client);

        Assert.Equal((0, 1_000, true), (Long(balance, "tokenCredits"), Long(balance, "debt"), balance.GetProperty("quotaExceeded").GetBoolean()));
        Assert.Empty(balance.GetProperty("grants").EnumerateArray());
    }

    [Fact]
    public async Task The_user_is_whoever_the_key_speaks_for()
    {
        var (_, client) = await CallerAsync("layla-herself");
        using var response = await client.GetAsync("/api/user");

        var user = await response.JsonAsync();

        Assert.Equal("layla-herself@example.com", user.GetProperty("email").GetString());
        Assert.Equal(["id", "email", "emailConfirmed", "name", "language", "timeZone", "createdAt"], user.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Asking_for_it_takes_at_most_four_questions_to_the_database()
    {
        var (node, asked) = Questions.Of(app);
        await using var counted = node;
        var client = counted.Caller((await app.IssueAsync(await app.AddUserAsync("sara-counted@example.com"))).Secret);
        await AskAsync(client);
        var before = asked.Count;

        await AskAsync(client);

        Assert.InRange(asked.Count - before, 1, 4);
    }

    private async Task<(Guid Account, HttpClient Client)> CallerAsync(string name)
    {
        var user = await app.AddUserAsync($"{name}@example.com");
        return (await app.AccountOfAsync(user), app.Caller((await app.IssueAsync(user)).Secret));
    }

    private static async Task<JsonElement> AskAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/balance");
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.JsonAsync();
    }

    private static long Long(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    private static DateTime Time(JsonElement json, string name) =>
        DateTime.Parse(json.GetProperty(name).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
