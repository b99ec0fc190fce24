using System.Collections.Frozen;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>What is known of a provider by its name: where it stands, and in what it differs from others of its protocol.</summary>
internal sealed record WellKnownProvider(string? BaseUrl, ChatProtocol Protocol = ChatProtocol.OpenAI)
{
    private static readonly FrozenDictionary<string, WellKnownProvider> Known = new Dictionary<string, WellKnownProvider>(StringComparer.OrdinalIgnoreCase)
    {
        ["OpenAI"] = new("https://api.openai.com/v1") { CompletionLimit = true },
        ["Anthropic"] = new("https://api.anthropic.com", ChatProtocol.Anthropic),
        ["Google"] = new("https://generativelanguage.googleapis.com/v1beta/openai"),
        ["DeepSeek"] = new("https://api.deepseek.com/v1") { Thinking = ("thinking", """{"type":"enabled"}""") },
        ["Mistral"] = new("https://api.mistral.ai/v1") { AsksForUsage = false },
        ["Qwen"] = new("https://dashscope-intl.aliyuncs.com/compatible-mode/v1") { Thinking = ("enable_thinking", "true") },
        ["xAI"] = new("https://api.x.ai/v1") { CompletionLimit = true },
        ["Groq"] = new("https://api.groq.com/openai/v1") { CompletionLimit = true },
        ["OpenRouter"] = new("https://openrouter.ai/api/v1") { Thinking = ("reasoning", """{"enabled":true}""") },
        ["Bedrock"] = new("https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1") { CompletionLimit = true },
        ["Azure"] = new(BaseUrl: null) { CompletionLimit = true },
        ["Ollama"] = new("http://localhost:11434/v1") { NeedsKey = false },
        ["vLLM"] = new("http://localhost:8000/v1") { NeedsKey = false },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly WellKnownProvider Unknown = new(BaseUrl: null);

    /// <summary>The answer's length is limited as max_completion_tokens, which counts reasoning too, instead of max_tokens.</summary>
    public bool CompletionLimit { get; private init; }

    /// <summary>Whether usage is only reported to whoever asks for it. One provider refuses the question and reports it always.</summary>
    public bool AsksForUsage { get; private init; } = true;

    /// <summary>The member that makes it show its reasoning, and its JSON.</summary>
    public (string Name, string Json)? Thinking { get; private init; }

    public bool NeedsKey { get; private init; } = true;

    public static IEnumerable<string> Names => Known.Keys;

    public static WellKnownProvider Of(string name) => Known.GetValueOrDefault(name, Unknown);
}
