using System.Net;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Providers that fail, lie or write on, over a real socket; sara pays for what she got and for nothing else.</summary>
public sealed class FaultTests
{
    private const long Plenty = 10_000_000;
    private const string Model = "gpt-5.4-nano";

    [Fact]
    public async Task A_provider_that_breaks_off_costs_nothing_and_its_text_is_kept()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Half of an").Breaks());
        await using var app = new ModelApp(server);
        var (sara, account) = await RichAsync(app, Plenty);

        var answer = await AskAsync(app, sara);

        Assert.Equal((MessageState.Failed, AnswerEnding.ProviderFailed, "Half of an", 0L), (answer.State, answer.Ending, answer.Text, answer.Credits));
        await AssertWholeAsync(app, account, Plenty);
    }

    [Fact]
    public async Task A_provider_that_refuses_costs_nothing_and_says_so()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(500));
        await using var app = new ModelApp(server);
        var (sara, account) = await RichAsync(app, Plenty);

        var answer = await AskAsync(app, sara);

        Assert.Equal((MessageState.Failed, ProviderFault.Down, 0L), (answer.State, answer.Fault, answer.Credits));
        await AssertWholeAsync(app, account, Plenty);
    }

    [Fact]
    public async Task An_answer_is_cut_where_the_credits_end_and_nobody_owes_anything()
    {
        await using var server = await ModelServer.StartAsync([.. Enumerable.Repeat(OpenAiScripts.OpenAi([.. Enumerable.Repeat("many words ", 2_000)]), 2)]);
        await using var app = new ModelApp(server);
        var (sara, account) = await RichAsync(app, 600);

        var answer = await AskAsync(app, sara);

        Assert.Equal((MessageState.Stopped, AnswerEnding.OutOfCredits), (answer.State, answer.Ending));
        Assert.NotEmpty(answer.Text);
        Assert.True((await app.BalanceAsync(account)) is { Available: >= 0, Held: 0, Debt: 0 });
    }

    [Fact]
    public async Task Stopping_keeps_what_came_charges_it_and_hangs_up()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Some words that came").Hangs());
        await using var app = new ModelApp(server);
        var (sara, account) = await RichAsync(app, Plenty);
        var chat = await BeginAsync(sara);
        await WrittenAsync(app, chat);
        var running = (await app.MessagesAsync(chat))[^1];

        Assert.Equal(HttpStatusCode.Redirect, await sara.PressAsync(chat, $"{chat}/m/{running.Id}/stop"));
        var answer = await app.AnswerAsync(chat);

        Assert.Equal((MessageState.Stopped, AnswerEnding.StoppedByPerson, "Some words that came"), (answer.State, answer.Ending, answer.Text));
        Assert.True(answer.Credits > 0);
        Assert.Equal(Plenty - answer.Credits, await app.SpendableAsync(account));
        await server.WaitForHangUpsAsync(1);
    }

    private static Task<(Visitor Visitor, Guid Account)> RichAsync(TestApp app, long credits) => app.BuyerAsync("sara", credits);

    private static async Task<string> BeginAsync(Visitor person)
    {
        using var sent = await person.SubmitAsync("/chat", "/chat", ("Input.Text", "Hello"), ("Input.Model", Model));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    private static async Task<Message> AskAsync(TestApp app, Visitor person) => await app.AnswerAsync(await BeginAsync(person));

    // What has been written is kept once a second.
    private static async Task WrittenAsync(TestApp app, string chat)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await app.MessagesAsync(chat))[^1].Text.Length == 0) await Task.Delay(50, patience.Token);
    }

    private static async Task AssertWholeAsync(TestApp app, Guid account, long credits)
    {
        Assert.Equal(credits, await app.SpendableAsync(account));
        Assert.Equal(0, (await app.BalanceAsync(account)).Held);
    }
}
