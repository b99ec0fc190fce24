using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Every way in which a provider fails sara: what came is kept, a failure costs nothing, what is whole costs what was used, and nothing stays set aside.</summary>
public sealed class MidStreamTests
{
    private static readonly (string, string)[] Impatient = [("Providers:OpenAI:Patience:Silence", "00:00:01"), ("Providers:OpenAI:Patience:First", "00:00:05")];

    public static TheoryData<string, ProviderFault, string> Failures => new()
    {
        { "refuses the connection", ProviderFault.Unreachable, "" },
        { "401", ProviderFault.KeyRefused, "" },
        { "429", ProviderFault.TooMany, "" },
        { "500", ProviderFault.Down, "" },
        { "529", ProviderFault.Down, "" },
        { "hangs", ProviderFault.TimedOut, "" },
        { "resets after a word", ProviderFault.CutOff, "half " },
        { "resets after three words", ProviderFault.CutOff, "half of it " },
        { "hangs in the middle", ProviderFault.TimedOut, "half " },
        { "drips", ProviderFault.TimedOut, "half " },
        { "sends bad JSON", ProviderFault.Garbled, "half " },
        { "ends politely too early", ProviderFault.CutOff, "half " },
        { "sends a line of a megabyte", ProviderFault.Garbled, "half " },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task A_failure_costs_nothing_keeps_what_came_and_says_so(string how, ProviderFault fault, string text)
    {
        await using var server = await ModelServer.StartAsync(Script(how));
        await using var app = new ModelApp(server, Impatient);
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);

        var chat = await sara.AskAsync();
        var answer = await app.AnswerAsync(chat);

        Assert.Equal((MessageState.Failed, AnswerEnding.ProviderFailed, fault, text, 0L), (answer.State, answer.Ending, answer.Fault, answer.Text, answer.Credits));
        Assert.Equal(UsageStatus.Failed, (await app.AskAsync(db => db.UsageRecords.SingleAsync(r => r.HoldId == answer.HoldId))).Status);
        Assert.Contains("nothing", (await sara.OpenAsync(chat)).QuerySelector($"#m-{answer.Id} .ending")!.TextContent, StringComparison.Ordinal);
        await app.AssertPaidAsync(account, Sara.Plenty, 0);
    }

    [Theory]
    [InlineData("no usage", UsageStatus.Estimated, null)]
    [InlineData("two usages", UsageStatus.Reported, 7L)]
    [InlineData("no [DONE]", UsageStatus.Reported, 5L)]
    [InlineData("more than it may have written", UsageStatus.Estimated, null)]
    public async Task A_whole_answer_costs_what_was_used_or_what_was_seen(string how, UsageStatus status, long? output)
    {
        await using var server = await ModelServer.StartAsync(Script(how));
        await using var app = new ModelApp(server, Impatient);
        var (sara, account) = await app.BuyerAsync("sara", Sara.Plenty);

        var answer = await app.AnswerAsync(await sara.AskAsync());

        Assert.Equal((MessageState.Complete, "half of it"), (answer.State, answer.Text));
        Assert.Equal(status, (await app.AskAsync(db => db.UsageRecords.SingleAsync(r => r.HoldId == answer.HoldId))).Status);
        if (output is { } written) Assert.Equal(written, answer.OutputTokens);
        Assert.InRange(answer.OutputTokens, 1, 50);
        await app.AssertPaidAsync(account, Sara.Plenty, answer.Credits);
    }

    private static ModelScript Script(string how) => how switch
    {
        "refuses the connection" => ModelScript.HangingUp,
        "401" or "429" or "500" or "529" => ModelScript.Refusing(int.Parse(how, System.Globalization.CultureInfo.InvariantCulture)),
        "hangs" => ModelScript.Hanging,
        "resets after a word" => Half().Breaks(),
        "resets after three words" => ModelScript.Streaming.OpenAiText("half ", "of ", "it ").Breaks(),
        "hangs in the middle" => Half().Hangs(),
        "drips" => Half().Sends("data: ").Drips(TimeSpan.FromMilliseconds(20)),
        "sends bad JSON" => Half().Says("{\"choices\":[").Hangs(),
        "ends politely too early" => Half(),
        "sends a line of a megabyte" => Half().Sends("data: " + new string('x', 1_000_000)).Hangs(),
        "no usage" => ModelScript.Streaming.OpenAiText("half of it").OpenAiEnd().OpenAiDone(),
        "two usages" => ModelScript.Streaming.OpenAiText("half of it").OpenAiEnd().OpenAiUsage(12, 5).OpenAiUsage(12, 7).OpenAiDone(),
        "no [DONE]" => ModelScript.Streaming.OpenAiText("half of it").OpenAiEnd().OpenAiUsage(12, 5),
        "more than it may have written" => ModelScript.Streaming.OpenAiText("half of it").OpenAiEnd().OpenAiUsage(12, 900_000).OpenAiDone(),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };

    private static ModelScript Half() => ModelScript.Streaming.OpenAiText("half ");
}
