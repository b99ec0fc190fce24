using System.Text.Json.Nodes;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models.OpenAi;

/// <summary>What is sent, as the provider wants it.</summary>
internal sealed class OpenAiBody(WellKnownProvider known, ProviderOptions options)
{
    public BinaryData Of(ChatRequest request, string model)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. Messages(request)]),
            ["stream"] = true,
            [known.CompletionLimit || options.ApiVersion is not null ? "max_completion_tokens" : "max_tokens"] = request.MaxOutput,
        };
        if (known.AsksForUsage) body["stream_options"] = new JsonObject { ["include_usage"] = true };
        if (request.Temperature is { } temperature && TakesTemperature(request.Model)) body["temperature"] = temperature;
        if (request.Reasoning && known.Thinking is var (member, json)) body[member] = JsonNode.Parse(json);
        return BinaryData.FromString(body.ToJsonString());
    }

    private static IEnumerable<JsonNode> Messages(ChatRequest request)
    {
        if (request.Instructions is { Length: > 0 } instructions) yield return Message("system", instructions);
        foreach (var turn in request.Turns) yield return Message(turn.Role == ChatRole.User ? "user" : "assistant", turn.Text);
    }

    private static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    // OpenAI's own models since the fifth generation refuse it; everybody else's take it.
    private static bool TakesTemperature(string model) => !model.StartsWith("gpt-", StringComparison.Ordinal) || model.StartsWith("gpt-4", StringComparison.Ordinal) || model.StartsWith("gpt-3", StringComparison.Ordinal);
}
