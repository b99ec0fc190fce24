using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Sara goes away while she is answered, comes back, watches twice, on another node, and is signed out: the answer is whole and charged once.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Whoever_leaves_in_the_middle_finds_the_answer_whole_and_pays_once(int words)
    {
        var gate = new TaskCompletionSource();
        var texts = Enumerable.Range(1, words).Select(n => $"word{n} ").ToArray();
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText(texts).Waits(gate.Task).OpenAiChunk("""{"content":"and the end"}""").OpenAiEnd().OpenAiUsage(12, 40).OpenAiDone());
        await using var app = new ModelApp(server);
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);
        var chat = await sara.AskAsync();
        var id = (await app.MessagesAsync(chat))[^1].Id;

        using (var leaves = await Watching.OpenAsync(sara, chat, id)) await leaves.UntilAsync($"word{words}");
        gate.SetResult();
        var answer = await app.AnswerAsync(chat);

        Assert.Equal((MessageState.Complete, string.Concat(texts) + "and the end"), (answer.State, answer.Text));
        Assert.Contains("and the end", (await sara.OpenAsync(chat)).QuerySelector($"#m-{id} .answer")!.TextContent, StringComparison.Ordinal);
        Assert.Single(server.Answers());
        await app.AssertPaidAsync(account, Sara.Plenty, answer.Credits);
    }

    [Fact]
    public async Task A_reload_and_a_second_tab_and_another_node_show_what_there_is_and_then_the_rest()
    {
        var gate = new TaskCompletionSource();
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("First half, ").Waits(gate.Task).OpenAiChunk("""{"content":"second half."}""").OpenAiEnd().OpenAiUsage(12, 40).OpenAiDone());
        await using var app = new ModelApp(server);
        await using var node = app.Node();
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);
        var elsewhere = node.Visit();
        await elsewhere.SignInAsync("sara@example.com", People.Password);
        var chat = await sara.AskAsync();
        var id = (await app.WrittenAsync(chat)).Id;

        Assert.NotNull((await sara.OpenAsync(chat)).QuerySelector($"#m-{id}[aria-busy] [hx-sse\\:connect]"));
        using var first = await Watching.OpenAsync(sara, chat, id);
        using var second = await Watching.OpenAsync(sara, chat, id);
        using var far = await Watching.OpenAsync(elsewhere, chat, id);
        foreach (var tab in new[] { first, second, far }) await tab.UntilAsync("First half");
        gate.SetResult();

        foreach (var tab in new[] { first, second, far })
        {
            var rest = await tab.RestAsync();
            Assert.Contains("second half.", rest, StringComparison.Ordinal);
            Assert.Contains("event: done", rest, StringComparison.Ordinal);
        }

        await app.AssertPaidAsync(account, Sara.Plenty, (await app.AnswerAsync(chat)).Credits);
    }

    [Fact]
    public async Task An_answer_is_stopped_from_another_node_too()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Some words").Hangs());
        await using var app = new ModelApp(server);
        await using var node = app.Node();
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);
        var elsewhere = node.Visit();
        await elsewhere.SignInAsync("sara@example.com", People.Password);
        var chat = await sara.AskAsync();
        var id = (await app.WrittenAsync(chat)).Id;

        await elsewhere.PressAsync(chat, $"{chat}/m/{id}/stop");
        var answer = await app.AnswerAsync(chat);

        Assert.Equal((MessageState.Stopped, AnswerEnding.StoppedByPerson, "Some words"), (answer.State, answer.Ending, answer.Text));
        await app.AssertPaidAsync(account, Sara.Plenty, answer.Credits);
    }

    [Fact]
    public async Task Signing_out_ends_the_stream_and_not_the_answer()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("A secret").Hangs());
        await using var app = new ModelApp(server);
        var (sara, _) = await app.BuyerAsync("sara", Sara.Plenty);
        var chat = await sara.AskAsync();
        var id = (await app.WrittenAsync(chat)).Id;
        using var stream = await Watching.OpenAsync(sara, chat, id);
        await stream.UntilAsync("A secret");

        using var signedOut = await sara.SubmitAsync("/account/sign-out", "/account/sign-out");

        Assert.DoesNotContain("event: done", await stream.RestAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync($"/chat/{Chatting.IdOf(chat)}/m/{id}/stream"));
        Assert.True((await app.MessagesAsync(chat))[^1].IsRunning);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Suspension_and_a_new_password_end_every_stream_on_every_node(bool suspended)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("A secret").Hangs());
        await using var app = new ModelApp(server);
        await using var node = app.Node();
        var (sara, _) = await app.BuyerAsync("sara", Sara.Plenty);
        var elsewhere = node.Visit();
        await elsewhere.SignInAsync("sara@example.com", People.Password);
        var chat = await sara.AskAsync();
        var id = (await app.WrittenAsync(chat)).Id;
        using var here = await Watching.OpenAsync(sara, chat, id);
        using var there = await Watching.OpenAsync(elsewhere, chat, id);
        foreach (var stream in new[] { here, there }) await stream.UntilAsync("A secret");

        var person = await app.AskAsync(db => db.Users.Where(u => u.Email == "sara@example.com").Select(u => u.Id).SingleAsync());
        if (suspended) await app.AskAsync(db => db.Users.Where(u => u.Id == person).ExecuteUpdateAsync(u => u.SetProperty(x => x.SuspendedAt, DateTime.UtcNow)));
        else await app.InScopeAsync(s => s.GetRequiredService<Sessions>().EndAllAsync(person, except: null, default));

        foreach (var stream in new[] { here, there }) Assert.DoesNotContain("event: done", await stream.RestAsync(), StringComparison.Ordinal);
    }
}
