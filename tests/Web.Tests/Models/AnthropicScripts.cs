using System.Text.Json;

namespace SaaSChat.Web.Tests.Models;

/// <summary>Anthropic's words: events of a message.</summary>
internal static class AnthropicScripts
{
    /// <summary>A whole answer: its start with what was read, each of the texts, its end with what was written.</summary>
    public static ModelScript Anthropic(params string[] texts) => ModelScript.Streaming.AnthropicStart().AnthropicText(texts).AnthropicEnd();

    public static ModelScript AnthropicStart(this ModelScript script, string usage = """{"input_tokens":12,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":1}""") => script
        .Event("message_start", $$$"""{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{{{usage}}}}}""")
        .Event("ping", """{"type":"ping"}""");

    public static ModelScript AnthropicText(this ModelScript script, params string[] texts)
    {
        script.Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""");
        foreach (var text in texts) script.Event("content_block_delta", $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(text)}}}}}""");
        return script.Event("content_block_stop", """{"type":"content_block_stop","index":0}""");
    }

    public static ModelScript AnthropicThought(this ModelScript script, string thought) => script
        .Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""")
        .Event("content_block_delta", $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":{{{JsonSerializer.Serialize(thought)}}}}}""")
        .Event("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}""")
        .Event("content_block_stop", """{"type":"content_block_stop","index":0}""");

    public static ModelScript AnthropicEnd(this ModelScript script, string why = "end_turn", string usage = """{"output_tokens":5}""") =>
        script.AnthropicDelta(why, usage).Event("message_stop", """{"type":"message_stop"}""");

    public static ModelScript AnthropicDelta(this ModelScript script, string why = "end_turn", string usage = """{"output_tokens":5}""") => script.Event(
        "message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{why}}}","stop_sequence":null},"usage":{{{usage}}}}""");

    private static ModelScript Event(this ModelScript script, string name, string data) => script.Says(data, name);
}
