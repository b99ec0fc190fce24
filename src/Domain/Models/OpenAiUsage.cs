namespace SaaSChat.Domain.Models;

/// <summary>What an OpenAI-like provider reports: cached and written tokens are part of the prompt. Null is not reported, zero is.</summary>
public sealed record OpenAiUsage(
    long? Prompt, long? Completion, long? Total = null, long? Cached = null, long? CacheWritten = null, long? AudioIn = null, long? AudioOut = null, long? Reasoning = null)
{
    /// <summary>Disjoint kinds; null when the report lacks one of its two numbers or holds one that cannot be.</summary>
    public Quantities? Disjoint()
    {
        if (Prompt is not { } prompt || Completion is not { } completion) return null;
        if (new[] { prompt, completion, Cached ?? 0, CacheWritten ?? 0, AudioIn ?? 0, AudioOut ?? 0, Reasoning ?? 0 }.Any(n => n is < 0 or > Quantities.Most)) return null;

        // No part is more than the whole: what is left of the prompt is never negative, and nothing is counted twice.
        var cached = Math.Min(Cached ?? 0, prompt);
        var written = Math.Min(CacheWritten ?? 0, prompt - cached);
        var heard = Math.Min(AudioIn ?? 0, prompt - cached - written);
        var output = completion + ReasoningBeside(prompt, completion);
        var spoken = Math.Min(AudioOut ?? 0, output);
        return Quantities.From(
            (UsageKind.Input, prompt - cached - written - heard), (UsageKind.CacheRead, cached), (UsageKind.CacheWriteShort, written),
            (UsageKind.AudioInput, heard), (UsageKind.Output, output - spoken), (UsageKind.AudioOutput, spoken));
    }

    // Reasoning is part of the completion, but some count it beside: then only the total has room for it, or it alone is more than the completion.
    private long ReasoningBeside(long prompt, long completion)
    {
        var reasoning = Reasoning ?? 0;
        return Total is { } total ? (total == prompt + completion + reasoning ? reasoning : 0) : reasoning > completion ? reasoning : 0;
    }
}
