using System.Text.Json.Nodes;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

public sealed class OpenAiProviderTests
{
    [Fact]
    public async Task It_is_asked_in_its_own_words()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));

        await WireCall.OpenAiAsync(new Uri(server.Address + "/v1"), request: WireCall.Request with { Temperature = 0.5 });

        var asked = Assert.Single(server.Asked);
        Assert.Equal(("POST", "/v1/chat/completions"), (asked.Method, asked.Path));
        Assert.Equal($"Bearer {WireCall.Key}", asked.Headers["Authorization"]);
        Assert.Equal("call-1", asked.Headers["X-Client-Request-Id"]);
        Assert.DoesNotContain("traceparent", asked.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"model":"gpt-4o","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"},
            {"role":"assistant","content":"Hello, what is it?"},{"role":"user","content":"ما أخبارك؟"}],
            "stream":true,"max_completion_tokens":500,"stream_options":{"include_usage":true},"temperature":0.5}
            """), asked.Body), asked.Body.ToJsonString());
    }

    [Fact]
    public async Task It_answers_word_for_word()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine, ", "شكرًا ", "🙂"));

        var answer = await WireCall.OpenAiAsync(new Uri(server.Address));

        Assert.Equal(["Fine, ", "شكرًا ", "🙂"], answer.Pieces.OfType<AnswerPiece.Text>().Select(t => t.Value));
        Assert.Equal(AnswerEnd.Complete, answer.End);
        Assert.Equal((12, 5), (answer.Usage.PromptTokens, answer.Usage.OutputTokens));
    }

    [Theory]
    [InlineData("stop", AnswerEnd.Complete)]
    [InlineData("length", AnswerEnd.Length)]
    [InlineData("model_length", AnswerEnd.Length)]
    [InlineData("content_filter", AnswerEnd.Filtered)]
    public async Task It_says_why_it_ended(string why, AnswerEnd end)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd(why).OpenAiDone());

        Assert.Equal(end, (await WireCall.OpenAiAsync(new Uri(server.Address))).End);
    }

    [Fact]
    public async Task Without_its_last_line_an_answer_that_ended_has_ended()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd().OpenAiUsage(12, 5));

        var answer = await WireCall.OpenAiAsync(new Uri(server.Address));

        Assert.Equal((AnswerEnd.Complete, 5), (answer.End, answer.Usage.OutputTokens));
    }

    [Fact]
    public async Task Without_a_report_there_is_none()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd().OpenAiDone());

        Assert.Null((await WireCall.OpenAiAsync(new Uri(server.Address))).LastUsage);
    }

    [Fact]
    public async Task Of_two_reports_the_last_one_counts()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiUsage(12, 3).OpenAiEnd().OpenAiUsage(12, 9).OpenAiDone());

        Assert.Equal(9, (await WireCall.OpenAiAsync(new Uri(server.Address))).Usage.OutputTokens);
    }

    [Theory]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":60}}""", 40, 60, 0, 7)]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":60,"cache_write_tokens":30}}""", 10, 60, 30, 7)]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":5}}""", 100, 0, 0, 7)]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":7,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36}""", 36, 64, 0, 7)]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":7,"total_tokens":157,"completion_tokens_details":{"reasoning_tokens":50}}""", 100, 0, 0, 57)]
    [InlineData("""{"prompt_tokens":100,"completion_tokens":0}""", 100, 0, 0, 0)]
    public async Task What_is_cached_is_part_of_the_prompt(string usage, long fresh, long read, long written, long output)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd().Says($$"""{"choices":[],"usage":{{usage}}}""").OpenAiDone());

        var used = (await WireCall.OpenAiAsync(new Uri(server.Address))).Usage;

        Assert.Equal((fresh, read, written, output), (used[UsageKind.Input], used[UsageKind.CacheRead], used[UsageKind.CacheWriteShort], used[UsageKind.Output]));
    }

    [Theory]
    [InlineData("""{"completion_tokens":7}""")]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":7}""")]
    [InlineData("""{"prompt_tokens":1.5,"completion_tokens":7}""")]
    [InlineData("""{"prompt_tokens":"12","completion_tokens":7}""")]
    public async Task A_report_that_cannot_be_is_not_believed(string usage)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd().Says($$"""{"choices":[],"usage":{{usage}}}""").OpenAiDone());

        var answer = await WireCall.OpenAiAsync(new Uri(server.Address));

        Assert.Null(Assert.Single(answer.Pieces.OfType<AnswerPiece.Usage>()).Reported);
    }

    [Theory]
    [InlineData("""{"reasoning_content":"Let me see. ","content":null}""")]
    [InlineData("""{"reasoning":"Let me see. "}""")]
    [InlineData("""{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Let me see. "}]}]}""")]
    public async Task It_shows_what_it_thinks(string delta)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiChunk(delta).OpenAiText("Fine").OpenAiEnd().OpenAiDone());

        var answer = await WireCall.OpenAiAsync(new Uri(server.Address));

        Assert.Equal(("Let me see. ", "Fine"), (answer.Reasoning, answer.Text));
    }

    [Theory]
    [InlineData("OpenAI", "max_completion_tokens", true, null)]
    [InlineData("xAI", "max_completion_tokens", true, null)]
    [InlineData("Google", "max_tokens", true, null)]
    [InlineData("Mistral", "max_tokens", false, null)]
    [InlineData("DeepSeek", "max_tokens", true, "thinking")]
    [InlineData("Qwen", "max_tokens", true, "enable_thinking")]
    [InlineData("SomebodyElse", "max_tokens", true, null)]
    public async Task Each_is_asked_as_it_wants_to_be(string name, string limit, bool asksForUsage, string? thinking)
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));

        await WireCall.OpenAiAsync(new Uri(server.Address), name, request: WireCall.Request with { Reasoning = true });

        var expected = new[] { "model", "messages", "stream", limit, asksForUsage ? "stream_options" : null, thinking }.OfType<string>();
        Assert.Equal(expected.Order(StringComparer.Ordinal), Assert.Single(server.Asked).Body.Select(m => m.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_model_of_OpenAI_is_sent_no_temperature()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));

        await WireCall.OpenAiAsync(new Uri(server.Address), request: WireCall.Request with { Model = "gpt-6.2-sol", Temperature = 0.5 });

        Assert.False(Assert.Single(server.Asked).Body.ContainsKey("temperature"));
    }

    [Fact]
    public async Task Azure_wants_a_deployment_a_version_and_the_key_in_a_header_of_its_own()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));
        var azure = new ProviderOptions { AllowPrivate = true, ApiVersion = "2024-10-21", Models = { ["gpt-4o"] = "our deployment" } };

        await WireCall.OpenAiAsync(new Uri(server.Address), "Azure", azure);

        var asked = Assert.Single(server.Asked);
        Assert.Equal("/openai/deployments/our deployment/chat/completions?api-version=2024-10-21", Uri.UnescapeDataString(asked.Path));
        Assert.Equal(WireCall.Key, asked.Headers["api-key"]);
        Assert.DoesNotContain("Authorization", asked.Headers.Keys);
        Assert.Equal("our deployment", (string?)asked.Body["model"]);
    }

    [Fact]
    public async Task A_server_that_needs_no_key_is_sent_none()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));

        Assert.Equal("Fine", (await WireCall.OpenAiAsync(new Uri(server.Address), "Ollama", key: null)).Text);
        Assert.DoesNotContain("Authorization", Assert.Single(server.Asked).Headers.Keys);
    }
}
