using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Api;

public sealed class UsageApiTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] TransactionFields =
        ["id", "createdAt", "conversationId", "model", "inputTokens", "writeTokens", "readTokens", "outputTokens", "costUsd", "credits", "status"];

    private static HttpClient? _admin;

    [Fact]
    public async Task Transactions_come_in_pages_with_every_promised_field()
    {
        var (person, client) = await CallerAsync("sara-api");
        for (var i = 1; i <= 5; i++) await UseAsync(person, 100 * i, 10);

        var first = await ReadAsync(client, "/api/usage/transactions?limit=3");
        var second = await ReadAsync(client, $"/api/usage/transactions?limit=3&cursor={first.GetProperty("nextCursor").GetString()}");

        var rows = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal([5, 4, 3, 2, 1], rows.Select(r => r.GetProperty("id").GetInt32()));
        Assert.Equal(TransactionFields, rows[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal((500, 10, 0.00052m, 624, "reported"), (Int(rows[0], "inputTokens"), Int(rows[0], "outputTokens"), rows[0].GetProperty("costUsd").GetDecimal(), Int(rows[0], "credits"), rows[0].GetProperty("status").GetString()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
    }

    [Theory]
    [InlineData("/api/usage/transactions?cursor=x")]
    [InlineData("/api/usage/transactions?cursor=-1")]
    [InlineData("/api/usage/transactions?limit=0")]
    [InlineData("/api/usage/transactions?limit=201")]
    [InlineData("/api/usage/transactions?from=2026-02-30")]
    [InlineData("/api/usage/transactions?from=2026-11-02&to=2026-11-01")]
    [InlineData("/api/usage/transactions?tokenType=all")]
    [InlineData("/api/usage/stats?from=yesterday")]
    [InlineData("/api/usage/stats?from=2026-11-02&to=2026-11-01")]
    [InlineData("/api/convos?cursor=p.1")]
    [InlineData("/api/convos?limit=many")]
    public async Task What_cannot_be_read_is_a_problem_that_says_so(string path)
    {
        var (_, client) = await CallerAsync($"omar.{Guid.NewGuid():N}");
        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_query", (await response.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Stats_add_up_to_what_the_ledger_charged()
    {
        var (person, client) = await CallerAsync("sara-stats");
        await UseAsync(person, 1_000, 200);
        await app.EndAsync((await app.OpenAsync(person, "gpt-4o-mini")).Call!, Calls.Reported(5_000, 1_000));

        var stats = await ReadAsync(client, "/api/usage/stats");

        var charged = (await app.RecordsAsync(person.AccountId)).Sum(r => r.Credits);
        Assert.Equal(charged, stats.GetProperty("total").GetProperty("credits").GetInt64());
        Assert.Equal(charged, stats.GetProperty("byDay").EnumerateArray().Sum(d => d.GetProperty("credits").GetInt64()));
        Assert.Equal(["demo", "gpt-4o-mini"], stats.GetProperty("byModel").EnumerateArray().Select(m => m.GetProperty("model").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(2, stats.GetProperty("total").GetProperty("operations").GetInt32());
    }

    [Fact]
    public async Task The_standing_says_how_much_of_each_limit_is_used()
    {
        var person = await app.AddGuestOfTheHouseAsync("nadia-standing", 1_000_000);
        var client = app.Caller((await app.IssueAsync(person.UserId)).Secret);
        await UseAsync(person, 8_500, 0);

        var standing = await ReadAsync(client, "/api/ai/usage-stats");

        var today = standing.GetProperty("today");
        Assert.Equal((8_500, 10_000, 85m), (Int(today, "tokens"), Int(today, "tokenLimit"), today.GetProperty("tokenPercent").GetDecimal()));
        Assert.Equal(["dayTokens"], today.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(8_500, Int(standing.GetProperty("lifetime"), "tokens"));
        Assert.Equal(100_000, Int(standing.GetProperty("currentMonth"), "tokenLimit"));
        Assert.Equal("free", standing.GetProperty("billing").GetProperty("plan").GetString());
    }

    [Fact]
    public async Task Conversations_and_their_messages_are_read_by_their_owner_only()
    {
        var (person, client) = await CallerAsync("sara-convos");
        var talk = await app.AddTalkAsync(person.UserId, "About bread", DateTime.UtcNow);
        await app.EndAsync((await app.OpenAsync(person, conversation: talk.Id)).Call!, Calls.Reported(100, 0));
        var (_, other) = await CallerAsync("omar-convos");

        var listed = (await ReadAsync(client, "/api/convos")).GetProperty("items")[0];
        var said = (await ReadAsync(client, $"/api/messages/{talk.Id}")).GetProperty("items")[0];
        var used = await ReadAsync(client, $"/api/usage/conversations/{talk.Id}");

        Assert.Equal((talk.Id, "About bread"), (listed.GetProperty("id").GetGuid(), listed.GetProperty("title").GetString()));
        Assert.Equal(("user", "About bread"), (said.GetProperty("role").GetString(), said.GetProperty("text").GetString()));
        Assert.Equal(120, Int(used.GetProperty("total"), "credits"));
        foreach (var path in new[] { $"/api/messages/{talk.Id}", $"/api/usage/conversations/{talk.Id}" })
        {
            using var refused = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData(500_000, 200_000)]
    [InlineData(0, 70_000)]
    [InlineData(70_000, 0)]
    [InlineData(70_000, 70_000)]
    public async Task An_admin_sets_a_balance_through_the_ledger_and_the_log(long had, long set)
    {
        var person = await app.AddGuestOfTheHouseAsync($"omar-set-{had}-{set}", had);

        using var response = await PostAsync("/api/admin/balance/set", new { email = $"omar-set-{had}-{set}@example.com", balance = set, reason = "a test" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(set, await app.SpendableAsync(person.AccountId));
        Assert.Equal((AuditAction.BalanceSet, $"{had}", $"{set}"), await app.AskAsync(async db =>
        {
            var entry = await db.AuditEntries.Where(e => e.SubjectId == person.UserId.ToString()).OrderByDescending(e => e.Seq).FirstAsync();
            return (entry.Action, entry.Before!, entry.After!);
        }));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task What_is_set_aside_for_a_running_answer_stays_and_debt_is_paid_first()
    {
        var busy = await app.AddBuyerAsync("omar-busy", 100_000);
        await app.HoldAsync(busy.AccountId, 40_000);
        var owes = await app.AddBuyerAsync("omar-debt", 1_000);
        await app.SettleAsync(owes.AccountId, (await app.HoldAsync(owes.AccountId, 1_000)).Hold!.Id, 3_000);

        foreach (var person in new[] { busy, owes })
        {
            using var response = await PostAsync("/api/admin/balance/set", new { userId = person.UserId, balance = 5_000, reason = "a test" });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(new(45_000, 40_000, 0), await app.BalanceAsync(busy.AccountId));
        Assert.Equal(new(5_000, 0, 0), await app.BalanceAsync(owes.AccountId));
    }

    [Theory]
    [InlineData("""{"email":"omar-body@example.com","balance":-1,"reason":"x"}""", 400)]
    [InlineData("""{"email":"omar-body@example.com","balance":5}""", 400)]
    [InlineData("""{"email":"omar-body@example.com","balance":"much","reason":"x"}""", 400)]
    [InlineData("""{"email":"nobody@example.com","balance":5,"reason":"x"}""", 404)]
    [InlineData("""{"balance":5,"reason":"x"}""", 404)]
    [InlineData("""{"email":"omar-body@example.com","balance":9000000000000000000,"reason":"x"}""", 409)]
    public async Task A_balance_that_cannot_be_set_is_refused(string body, int status)
    {
        if (!await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "omar-body@example.com"))) await app.AddUserAsync("omar-body@example.com");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await (await AdminAsync()).PostAsync("/api/admin/balance/set", content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Whoever_is_suspended_is_out_at_once_and_can_be_let_in_again()
    {
        var (person, client) = await CallerAsync("omar-suspended");
        using (await PostAsync("/api/admin/users/suspend", new { userId = person.UserId, suspended = true, reason = "spam" }))
        using (var refused = await client.GetAsync("/api/user")) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        using (await PostAsync("/api/admin/users/suspend", new { userId = person.UserId, suspended = false, reason = "a mistake" }))
        {
            var actions = await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == person.UserId.ToString()).OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync());
            Assert.Equal([AuditAction.UserSuspended, AuditAction.UserRestored], actions.TakeLast(2));
            Assert.Null(await app.AskAsync(db => db.Users.Where(u => u.Id == person.UserId).Select(u => u.SuspendedAt).SingleAsync()));
        }
    }

    [Fact]
    public async Task The_last_admin_cannot_be_suspended()
    {
        using var response = await PostAsync("/api/admin/users/suspend", new { email = DevelopmentAdmin.Email, suspended = true, reason = "oops" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("last_admin", (await response.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_overview_and_the_users_are_read_by_admins_alone()
    {
        var (person, client) = await CallerAsync("sara-overview");
        await UseAsync(person, 100, 100);
        var admin = await AdminAsync();

        var total = (await ReadAsync(admin, "/api/admin/usage/overview")).GetProperty("total").GetProperty("credits").GetInt64();
        var found = (await ReadAsync(admin, "/api/admin/users?search=sara-overview")).GetProperty("items")[0];

        Assert.Equal(await app.AskAsync(db => db.UsageDays.SumAsync(d => d.Credits)), total);
        Assert.Equal((person.UserId, await app.SpendableAsync(person.AccountId)), (found.GetProperty("id").GetGuid(), found.GetProperty("tokenCredits").GetInt64()));
        foreach (var path in new[] { "/api/admin/users", "/api/admin/usage/overview" })
        {
            using var refused = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task An_admin_reads_ranges_beside_the_days_before_and_people_by_every_filter()
    {
        var (person, _) = await CallerAsync("sara-ranges");
        await UseAsync(person, 100, 100);
        var admin = await AdminAsync();

        var today = await ReadAsync(admin, "/api/admin/usage/overview?range=today");
        Assert.Equal(0, today.GetProperty("before").GetProperty("operations").GetInt64());
        Assert.Equal((await ReadAsync(admin, "/api/admin/usage/overview?range=90d")).GetProperty("total").GetRawText(), today.GetProperty("total").GetRawText());
        var row = (await ReadAsync(admin, "/api/admin/users?q=sara-ranges&plan=free&status=active&role=user")).GetProperty("items")[0];
        Assert.Equal((200, "user", true), (row.GetProperty("monthTokens").GetInt64(), row.GetProperty("role").GetString(), row.GetProperty("confirmed").GetBoolean()));
        foreach (var path in new[] { "users?status=odd", "users?paid=maybe", "users?cursor=7", "usage/overview?range=ever", "usage/overview?from=2026-02-02&to=2026-01-01" })
        {
            using var refused = await admin.GetAsync($"/api/admin/{path}");
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, refused.StatusCode));
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string path, object body) => await (await AdminAsync()).PostAsJsonAsync(path, body);

    // A person has so many keys at most, so all tests call by one.
    private async Task<HttpClient> AdminAsync() => _admin ??= app.Caller((await app.IssueAsync(await app.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync()))).Secret);

    private async Task<(Person Person, HttpClient Client)> CallerAsync(string name)
    {
        var person = await app.AddBuyerAsync(name, 1_000_000);
        return (person, app.Caller((await app.IssueAsync(person.UserId)).Secret));
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"{path} {response.StatusCode}"));
        return await response.JsonAsync();
    }

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private async Task UseAsync(Person person, long input, long output) => await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(input, output));
}
