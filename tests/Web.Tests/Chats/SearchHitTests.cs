using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Infrastructure.Chats.Search;

namespace SaaSChat.Web.Tests.Chats;

public sealed class SearchHitTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_hit_leads_to_its_message_in_the_branch_in_which_it_stands()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-branches", "first question");
        var other = await app.AskAsync(async db =>
        {
            var talk = await db.Conversations.SingleAsync(c => c.Id == talks[0].Id);
            var aside = talk.Ask(Ids.NewId(), null, "zebra crossing", Guid.NewGuid(), DateTime.UtcNow);
            db.Add(aside);
            talk.Show(await db.Messages.Where(m => m.ConversationId == talk.Id).Select(m => m.Id).SingleAsync());
            await db.SaveChangesAsync();
            return aside.Id;
        });
        await app.IndexAsync();
        Assert.Null((await sara.OpenAsync($"/chat/{talks[0].Id}")).GetElementById($"m-{other}"));

        var hit = (await sara.OpenAsync("/search?q=zebra")).QuerySelector("main .hits a[href*='?m=']")!.GetAttribute("href")!;

        Assert.EndsWith($"#m-{other}", hit, StringComparison.Ordinal);
        Assert.NotNull((await sara.OpenAsync(hit.Split('#')[0])).GetElementById($"m-{other}"));
    }

    [Fact]
    public async Task A_message_far_up_is_on_the_page_that_its_hit_leads_to()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-long", "needle at the top");
        await app.AskAsync(async db =>
        {
            var talk = await db.Conversations.SingleAsync(c => c.Id == talks[0].Id);
            for (var i = 0; i < 80; i++) db.Add(talk.Ask(Ids.NewId(), talk.LeafId, $"hay {i}", Guid.NewGuid(), DateTime.UtcNow));
            return await db.SaveChangesAsync();
        });
        var first = (await app.MessagesAsync($"/chat/{talks[0].Id}"))[0].Id;

        Assert.Null((await sara.OpenAsync($"/chat/{talks[0].Id}")).GetElementById($"m-{first}"));
        Assert.NotNull((await sara.OpenAsync($"/chat/{talks[0].Id}?m={first}")).GetElementById($"m-{first}"));
    }

    [SqliteFact]
    public async Task Every_way_to_the_hits_goes_through_an_index()
    {
        var owner = await app.AddUserAsync("planner@example.com");
        foreach (var typed in new[] { "one", "one tw", "t", "one two three" })
        {
            var query = new SearchQuery(SaaSChat.Domain.Chats.Search.SearchPhrase.Read(typed)!, DateTime.UtcNow.AddDays(-1), DateTime.UtcNow);
            var plan = await app.AskAsync(async db =>
            {
                var sql = (await new Candidates(db, owner, query).NumbersAsync(CancellationToken.None)).OrderByDescending(no => no).Take(21).ToQueryString();
                var (declared, select) = Split(sql);
                var connection = db.Database.GetDbConnection();
                await db.Database.OpenConnectionAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "EXPLAIN QUERY PLAN " + select;
                foreach (var name in declared)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, "x");
                    command.Parameters.Add(parameter);
                }

                var lines = new List<string>();
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
                return lines;
            });

            Assert.DoesNotContain(plan, line => line.StartsWith("SCAN", StringComparison.Ordinal) && !line.Contains("SCAN (subquery", StringComparison.Ordinal) && !line.Contains("SCAN s", StringComparison.Ordinal));
            Assert.Contains(plan, line => line.Contains("OwnerKey=?", StringComparison.Ordinal));
        }
    }

    private static (IReadOnlyList<string> Names, string Select) Split(string sql)
    {
        var lines = sql.Split('\n');
        var names = lines.Where(l => l.StartsWith(".param set ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).ToList();
        return (names, string.Join('\n', lines.Where(l => !l.StartsWith(".param", StringComparison.Ordinal))));
    }
}
