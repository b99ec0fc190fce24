using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Models;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>What stands between a question and its answer: keys that take turns, models that stand in, a place to wait, and the title.</summary>
public sealed class GenerationTests
{
    [Fact]
    public async Task When_no_key_helps_the_next_model_answers_and_each_attempt_is_a_call_of_its_own()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(500), ModelScript.Refusing(429), OpenAiScripts.OpenAi("From the other one"));
        await using var app = new ModelApp(server, ("Providers:OpenAI:Keys:0:Key", "sk-second"), ($"Providers:Fallbacks:{Sara.Model}", "gpt-4o-mini"));
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);

        var answer = await app.AnswerAsync(await sara.AskAsync());

        Assert.Equal((MessageState.Complete, "gpt-4o-mini", "From the other one"), (answer.State, answer.ModelKey, answer.Text));
        var asked = server.Answers();
        Assert.Equal([Sara.Model, Sara.Model, "gpt-4o-mini"], asked.Select(a => a.Body["model"]!.GetValue<string>()));
        Assert.Equal(2, asked.Take(2).Select(a => a.Headers["Authorization"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, asked.Select(a => a.Headers["X-Client-Request-Id"]).Distinct(StringComparer.Ordinal).Count());
        var records = await app.AskAsync(db => db.UsageRecords.Where(r => r.AccountId == account && r.Source == UsageSource.Chat).OrderBy(r => r.Seq).ToListAsync());
        Assert.Equal([(Sara.Model, UsageStatus.Failed, 0L), ("gpt-4o-mini", UsageStatus.Reported, answer.Credits)], records.Select(r => (r.ModelKey, r.Status, r.Credits)));
        await app.AssertPaidAsync(account, Sara.Plenty, answer.Credits);
    }

    [Fact]
    public async Task After_the_first_word_no_other_model_is_asked()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Half").Breaks(), OpenAiScripts.OpenAi("never"));
        await using var app = new ModelApp(server, ($"Providers:Fallbacks:{Sara.Model}", "gpt-4o-mini"));
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);

        var answer = await app.AnswerAsync(await sara.AskAsync());

        Assert.Equal((MessageState.Failed, Sara.Model, "Half", 0L), (answer.State, answer.ModelKey, answer.Text, answer.Credits));
        Assert.Single(server.Answers());
        await app.AssertPaidAsync(account, Sara.Plenty, 0);
    }

    [Fact]
    public async Task One_more_than_the_plan_allows_waits_in_sight_and_then_runs()
    {
        var gate = new TaskCompletionSource();
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Yes").Waits(gate.Task).OpenAiEnd().OpenAiUsage(12, 5).OpenAiDone());
        await using var app = new ModelApp(server);
        await app.AddGuestOfTheHouseAsync("nadia", Sara.Plenty);
        var nadia = app.Visit();
        await nadia.SignInAsync("nadia@example.com", People.Password);

        var chats = new List<string>();
        for (var i = 0; i <= PlanCatalogue.Free.Generations; i++) chats.Add(await nadia.AskAsync(model: await FreeAsync(app)));

        Assert.Contains("comes next", (await nadia.OpenAsync(chats[^1])).QuerySelector(".answer-state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MessageState.Waiting, (await app.MessagesAsync(chats[^1]))[^1].State);
        Assert.Equal(PlanCatalogue.Free.Generations, server.Answers().Count);
        gate.SetResult();
        foreach (var chat in chats) Assert.Equal(MessageState.Complete, (await app.AnswerAsync(chat)).State);
    }

    [Fact]
    public async Task Whoever_waits_can_be_stopped_and_pays_nothing()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Yes").Hangs());
        await using var app = new ModelApp(server);
        await app.AddGuestOfTheHouseAsync("nadia", Sara.Plenty);
        var nadia = app.Visit();
        await nadia.SignInAsync("nadia@example.com", People.Password);
        for (var i = 0; i < PlanCatalogue.Free.Generations; i++) await nadia.AskAsync(model: await FreeAsync(app));
        var waiting = await nadia.AskAsync(model: await FreeAsync(app));

        await nadia.PressAsync(waiting, $"{waiting}/m/{(await app.MessagesAsync(waiting))[^1].Id}/stop");

        Assert.Equal((MessageState.Stopped, 0L, (Guid?)null), (await app.AnswerAsync(waiting)) is var a ? (a.State, a.Credits, a.HoldId) : default);
    }

    [Fact]
    public async Task A_title_comes_from_the_cheapest_model_and_is_charged_by_a_record_of_its_own()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Bread needs time."), OpenAiScripts.OpenAi("\"Baking\u202E bread\""));
        await using var app = new ModelApp(server);
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);

        var chat = await sara.AskAsync("How do I bake bread?");
        var record = await TitleAsync(app, account);

        Assert.Equal("Baking bread", await TitleOfAsync(app, chat));
        var asked = Assert.Single(server.Asked, a => a.IsForTitle());
        Assert.Equal((record.ModelKey, 40), (asked.Body["model"]!.GetValue<string>(), OutputCapOf(asked)));
        Assert.Equal(await CheapestAsync(app), record.ModelKey);
        Assert.Equal(2, await app.AskAsync(db => db.UsageRecords.CountAsync(r => r.AccountId == account)));
        Assert.Equal("Baking bread", (await sara.OpenAsync(chat)).QuerySelector("h1")!.TextContent);
        await app.AssertPaidAsync(account, Sara.Plenty, (await app.AnswerAsync(chat)).Credits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Guests_and_nearly_empty_accounts_keep_the_first_words(bool isGuest)
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Yes."));
        await using var app = new ModelApp(server, ("Quota:CreditsPerUnit", isGuest ? "100" : "0"));
        var person = isGuest ? app.Visit() : (await app.BuyerAsync("omar", 499)).Visitor;
        person.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");

        var chat = await person.AskAsync("Is bread good?", isGuest ? await FreeAsync(app) : "gpt-4.1-nano");
        await app.AnswerAsync(chat);

        // A title would be asked for by now.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal("Is bread good?", await TitleOfAsync(app, chat));
        Assert.DoesNotContain(server.Asked, a => a.IsForTitle());
    }

    private static async Task<UsageRecord> TitleAsync(ModelApp app, Guid account)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await app.AskAsync(db => db.UsageRecords.FirstOrDefaultAsync(r => r.AccountId == account && r.Source == UsageSource.Title)) is { } record)
            {
                // The name is given just after the call has ended.
                await Task.Delay(300, patience.Token);
                return record;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static Task<string> TitleOfAsync(ModelApp app, string chat) => app.AskAsync(db => db.Conversations.Where(c => c.Id == Chatting.IdOf(chat)).Select(c => c.Title).SingleAsync());

    private static int? OutputCapOf(AskedRequest asked) => (asked.Body["max_completion_tokens"] ?? asked.Body["max_tokens"])?.GetValue<int>();

    private static async Task<string> CheapestAsync(ModelApp app)
    {
        var keys = await app.AskAsync(db => db.ChatModels.Where(m => m.Provider == "OpenAI" && m.IsEnabled).Select(m => m.Key).ToListAsync());
        var rates = await app.AskAsync(db => db.ModelPrices.Where(p => keys.Contains(p.ModelKey)).Include(p => p.Rates).ToListAsync());
        return rates.OrderBy(p => p.Standard.CreditsFor(Domain.Models.Quantities.Of((Domain.Models.UsageKind.Input, 500), (Domain.Models.UsageKind.Output, 20)), Domain.Models.Margin.Zero) ?? long.MaxValue).First().ModelKey;
    }

    private static Task<string> FreeAsync(ModelApp app) => app.AskAsync(db => db.ChatModels.Where(m => m.Provider == "OpenAI" && m.FreePlans && m.IsEnabled).OrderBy(m => m.Key).Select(m => m.Key).FirstAsync());
}
