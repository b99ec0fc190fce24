using System.Text.Json.Nodes;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Models;

public sealed class AnthropicProviderTests
{
    private const string Start = """{"input_tokens":12,"cache_creation_input_tokens":40,"cache_read_input_tokens":300,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":30},"output_tokens":1}""";

    [Fact]
    public async Task It_is_asked_in_its_own_words()
    {
        await using var server = await ModelServer.StartAsync(AnthropicScripts.Anthropic("Fine"));

        await WireCall.AnthropicAsync(new Uri(server.Address));

        var asked = Assert.Single(server.Asked);
        Assert.Equal(("POST", "/v1/messages"), (asked.Method, asked.Path));
        Assert.Equal(WireCall.Key, asked.Headers.GetValueOrDefault("x-api-key") ?? asked.Headers["Authorization"].Replace("Bearer ", "", StringComparison.Ordinal));
        Assert.Equal("2026-10-21", asked.Headers["anthropic-version"]);
        Assert.DoesNotContain("traceparent", asked.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"model":"claude-sonnet-5","max_tokens":500,"stream":true,
            "system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral"}}],
            "messages":[{"role":"user","content":[{"type":"text","text":"Hello","cache_control":{"type":"ephemeral"}}]},
            {"role":"assistant","content":[{"type":"text","text":"Hello, what is it?"}]},
            {"role":"user","content":[{"type":"text","text":"ما أخبارك؟","cache_control":{"type":"ephemeral"}}]}]}
            """), asked.Body), asked.Body.ToJsonString());
    }

    [Fact]
    public async Task It_thinks_and_answers_word_for_word()
    {
        await using var server = await ModelServer.StartAsync(
            ModelScript.Streaming.AnthropicStart().AnthropicThought("Let me see. ").AnthropicText("Fine, ", "شكرًا ", "🙂").AnthropicEnd());

        var answer = await WireCall.AnthropicAsync(new Uri(server.Address));

        Assert.Equal(["Fine, ", "شكرًا ", "🙂"], answer.Pieces.OfType<AnswerPiece.Text>().Select(t => t.Value));
        Assert.Equal(("Let me see. ", AnswerEnd.Complete), (answer.Reasoning, answer.End));
        Assert.Equal((12, 5), (answer.Usage.PromptTokens, answer.Usage.OutputTokens));
    }

    [Theory]
    [InlineData("end_turn", AnswerEnd.Complete)]
    [InlineData("stop_sequence", AnswerEnd.Complete)]
    [InlineData("max_tokens", AnswerEnd.Length)]
    [InlineData("model_context_window_exceeded", AnswerEnd.Length)]
    [InlineData("refusal", AnswerEnd.Filtered)]
    public async Task It_says_why_it_ended(string why, AnswerEnd end)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.AnthropicStart().AnthropicText("Fine").AnthropicEnd(why));

        Assert.Equal(end, (await WireCall.AnthropicAsync(new Uri(server.Address))).End);
    }

    [Fact]
    public async Task What_is_cached_stands_beside_the_input()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.AnthropicStart(Start).AnthropicText("Fine").AnthropicEnd());

        var used = (await WireCall.AnthropicAsync(new Uri(server.Address))).Usage;

        Assert.Equal(
            (12, 300, 10, 30, 5),
            (used[UsageKind.Input], used[UsageKind.CacheRead], used[UsageKind.CacheWriteShort], used[UsageKind.CacheWriteLong], used[UsageKind.Output]));
    }

    [Fact]
    public async Task What_the_end_says_again_counts_and_zero_is_a_number()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.AnthropicStart(Start).AnthropicText("Fine")
            .AnthropicDelta(usage: """{"output_tokens":2}""").AnthropicEnd(usage: """{"input_tokens":20,"cache_read_input_tokens":0,"output_tokens":9}"""));

        var used = (await WireCall.AnthropicAsync(new Uri(server.Address))).Usage;

        Assert.Equal((20, 0, 9), (used[UsageKind.Input], used[UsageKind.CacheRead], used[UsageKind.Output]));
    }

    [Fact]
    public async Task Without_its_last_event_an_answer_that_ended_has_ended()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.AnthropicStart().AnthropicText("Fine").AnthropicDelta());

        var answer = await WireCall.AnthropicAsync(new Uri(server.Address));

        Assert.Equal((AnswerEnd.Complete, 5), (answer.End, answer.Usage.OutputTokens));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"output_tokens":-5}""")]
    public async Task A_report_that_cannot_be_is_not_believed(string usage)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.AnthropicStart().AnthropicText("Fine").AnthropicEnd(usage: usage));

        Assert.Null(Assert.Single((await WireCall.AnthropicAsync(new Uri(server.Address))).Pieces.OfType<AnswerPiece.Usage>()).Reported);
    }

    [Theory]
    [InlineData("claude-opus-5-5", 4_096, """{"type":"adaptive","display":"summarized"}""")]
    [InlineData("claude-haiku-4-5", 4_096, """{"type":"enabled","budget_tokens":2048}""")]
    [InlineData("claude-haiku-4-5", 1_024, null)]
    public async Task It_is_told_to_think_as_its_generation_wants_to_be(string model, long most, string? thinking)
    {
        await using var server = await ModelServer.StartAsync(AnthropicScripts.Anthropic("Fine"));

        await WireCall.AnthropicAsync(new Uri(server.Address), request: WireCall.Request with { Model = model, MaxOutput = most, Reasoning = true });

        Assert.Equal(thinking, Assert.Single(server.Asked).Body["thinking"]?.ToJsonString());
    }

    [Theory]
    [InlineData("claude-haiku-4-5")]
    [InlineData("claude-opus-5")]
    public async Task It_is_sent_no_temperature(string model)
    {
        await using var server = await ModelServer.StartAsync(AnthropicScripts.Anthropic("Fine"));

        await WireCall.AnthropicAsync(new Uri(server.Address), request: WireCall.Request with { Model = model, Temperature = 0.5 });

        Assert.False(Assert.Single(server.Asked).Body.ContainsKey("temperature"));
    }
}
