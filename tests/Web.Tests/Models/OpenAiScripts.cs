using System.Text.Json;

namespace SaaSChat.Web.Tests.Models;

/// <summary>OpenAI's words: chunks of a chat completion.</summary>
internal static class OpenAiScripts
{
    /// <summary>A whole answer: each of the texts, the end, the usage, and the last line.</summary>
    public static ModelScript OpenAi(params string[] texts) => ModelScript.Streaming.OpenAiText(texts).OpenAiEnd().OpenAiUsage(12, 5).OpenAiDone();

    public static ModelScript OpenAiText(this ModelScript script, params string[] texts)
    {
        script.OpenAiChunk("""{"role":"assistant","content":""}""");
        foreach (var text in texts) script.OpenAiChunk($$"""{"content":{{JsonSerializer.Serialize(text)}}}""");
        return script;
    }

    public static ModelScript OpenAiChunk(this ModelScript script, string delta, string why = "null") => script.Says(
        $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"m","choices":[{"index":0,"delta":{{delta}},"logprobs":null,"finish_reason":{{why}}}],"usage":null}""");

    public static ModelScript OpenAiEnd(this ModelScript script, string why = "stop") => script.OpenAiChunk("{}", $"\"{why}\"");

    public static ModelScript OpenAiUsage(this ModelScript script, long prompt, long completion) => script.Says(
        $$$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"m","choices":[],"usage":{"prompt_tokens":{{{prompt}}},"completion_tokens":{{{completion}}},"total_tokens":{{{prompt + completion}}}}}""");

    public static ModelScript OpenAiDone(this ModelScript script) => script.Says("[DONE]");
}
