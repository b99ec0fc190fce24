using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Anthropic;

/// <summary>What is sent. The instructions and the last turns are marked for the cache: the next question in the conversation begins with all of them.</summary>
internal static partial class AnthropicBody
{
    private const int CachedTurns = 2;
    private const long LeastBudget = 1_024;

    public static Dictionary<string, JsonElement> Of(ChatRequest request, string model)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["max_tokens"] = request.MaxOutput,
            ["stream"] = true,
            ["messages"] = new JsonArray([.. Messages(request)]),
        };
        if (request.Instructions is { Length: > 0 } instructions) body["system"] = new JsonArray(Block(instructions, cached: true));

        // No temperature: the version of the API that the client speaks refuses it.
        if (request.Reasoning && Thinking(request) is { } thinking) body["thinking"] = thinking;
        return body.Deserialize<Dictionary<string, JsonElement>>()!;
    }

    // Empty blocks are refused.
    private static IEnumerable<JsonNode> Messages(ChatRequest request)
    {
        var turns = request.Turns.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToList();
        var asked = turns.Where(t => t.Role == ChatRole.User).TakeLast(CachedTurns).ToHashSet(ReferenceEqualityComparer.Instance);
        return turns.Select(t => new JsonObject
        {
            ["role"] = t.Role == ChatRole.User ? "user" : "assistant",
            ["content"] = new JsonArray(Block(t.Text, asked.Contains(t))),
        });
    }

    private static JsonObject Block(string text, bool cached)
    {
        var block = new JsonObject { ["type"] = "text", ["text"] = text };
        if (cached) block["cache_control"] = new JsonObject { ["type"] = "ephemeral" };
        return block;
    }

    // The older models want to be told how much; the newer ones refuse to be, and only show what they think when asked to.
    private static JsonObject? Thinking(ChatRequest request)
    {
        if (!Older().IsMatch(request.Model)) return new JsonObject { ["type"] = "adaptive", ["display"] = "summarized" };
        var budget = request.MaxOutput / 2;
        return budget >= LeastBudget ? new JsonObject { ["type"] = "enabled", ["budget_tokens"] = budget } : null;
    }

    // Up to 4.5.
    [GeneratedRegex(@"^claude-(3|[a-z]+-4(-[015])?(-\d{8})?$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Older();
}
