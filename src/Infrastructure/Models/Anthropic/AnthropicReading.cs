using System.Text.Json;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Anthropic;

/// <summary>
/// Reads message events. Usage comes in two parts: what was read at the start, what was written at the end. It is reported when both are
/// there: the start's own count of the output is not yet one, and an answer that breaks off had better be estimated.
/// </summary>
internal sealed class AnthropicReading : AnswerReading
{
    private AnthropicUsage _usage = new(null, null);

    protected override IEnumerable<AnswerPiece> Read(JsonElement data)
    {
        switch (Text(data, "type"))
        {
            case "message_start":
                if (Member(data, "message") is { } message && Member(message, "usage") is { } read) _usage = With(read) with { Output = null };
                break;
            case "content_block_start" when Member(data, "content_block") is { } block:
                foreach (var piece in Said(block)) yield return piece;
                break;
            case "content_block_delta" when Member(data, "delta") is { } delta:
                foreach (var piece in Said(delta)) yield return piece;
                break;
            case "message_delta":
                if (Member(data, "delta") is { } last && Text(last, "stop_reason") is { } why) End = EndOf(why);
                if (Member(data, "usage") is { } written) yield return new AnswerPiece.Usage((_usage = With(written)).Disjoint());
                break;
            case "message_stop":
                (End, IsOver) = (End ?? AnswerEnd.Complete, true);
                break;
            case "error":
                throw RefusedAnswer.Of(Member(data, "error") ?? data);
            case null:
                throw new JsonException("An event has a type.");
        }
    }

    private static IEnumerable<AnswerPiece> Said(JsonElement block)
    {
        if (Text(block, "thinking") is { Length: > 0 } thought) yield return new AnswerPiece.Reasoning(thought);
        if (Text(block, "text") is { Length: > 0 } said) yield return new AnswerPiece.Text(said);
    }

    private static AnswerEnd EndOf(string why) => why switch
    {
        "max_tokens" or "model_context_window_exceeded" => AnswerEnd.Length,
        "refusal" => AnswerEnd.Filtered,
        _ => AnswerEnd.Complete,
    };

    // Each count is the sum so far; the later one counts.
    private AnthropicUsage With(JsonElement usage)
    {
        var split = Member(usage, "cache_creation");
        return new(
            Count(usage, "input_tokens") ?? _usage.Input, Count(usage, "output_tokens") ?? _usage.Output,
            Count(usage, "cache_read_input_tokens") ?? _usage.CacheRead, Count(usage, "cache_creation_input_tokens") ?? _usage.CacheWritten,
            Count(split, "ephemeral_5m_input_tokens") ?? _usage.WrittenForFiveMinutes, Count(split, "ephemeral_1h_input_tokens") ?? _usage.WrittenForAnHour);
    }
}
