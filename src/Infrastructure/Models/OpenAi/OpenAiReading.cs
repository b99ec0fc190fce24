using System.Text.Json;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.OpenAi;

/// <summary>Reads chat completion chunks, with what compatible providers add to them.</summary>
internal sealed class OpenAiReading : AnswerReading
{
    // The last line. Whoever leaves it out has at least said why the answer ended.
    protected override bool IsMark(string data)
    {
        if (data != "[DONE]") return false;
        (End, IsOver) = (End ?? AnswerEnd.Complete, true);
        return true;
    }

    protected override IEnumerable<AnswerPiece> Read(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object) throw new JsonException("A chunk is an object.");
        if (Member(data, "error") is { } error) throw RefusedAnswer.Of(error);

        if (Member(data, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0)
        {
            var choice = choices[0];
            foreach (var piece in Member(choice, "delta") is { } delta ? Said(delta) : []) yield return piece;
            if (Text(choice, "finish_reason") is { Length: > 0 } why) End = EndOf(why);
        }

        // One provider tells it inside a member of its own, on the last chunk.
        if ((Member(data, "usage") ?? (Member(data, "x_groq") is { } own ? Member(own, "usage") : null)) is { } usage) yield return new AnswerPiece.Usage(UsageOf(usage));
    }

    private static IEnumerable<AnswerPiece> Said(JsonElement delta)
    {
        if ((Text(delta, "reasoning_content") ?? Text(delta, "reasoning")) is { Length: > 0 } thought) yield return new AnswerPiece.Reasoning(thought);
        switch (Member(delta, "content"))
        {
            case { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } said:
                yield return new AnswerPiece.Text(said);
                break;
            case { ValueKind: JsonValueKind.Array } parts:
                foreach (var piece in parts.EnumerateArray().SelectMany(part => PartSaid(part))) yield return piece;
                break;
        }
    }

    // One provider sends parts with a type, and thoughts as parts of parts.
    private static IEnumerable<AnswerPiece> PartSaid(JsonElement part)
    {
        if (Text(part, "text") is { Length: > 0 } said) yield return new AnswerPiece.Text(said);
        if (Member(part, "thinking") is not { ValueKind: JsonValueKind.Array } thoughts) yield break;
        foreach (var thought in thoughts.EnumerateArray().Select(t => Text(t, "text")))
        {
            if (thought is { Length: > 0 }) yield return new AnswerPiece.Reasoning(thought);
        }
    }

    private static AnswerEnd EndOf(string why) => why switch
    {
        "length" or "model_length" => AnswerEnd.Length,
        "content_filter" => AnswerEnd.Filtered,
        "error" or "insufficient_system_resource" => throw new ChatProviderException(ProviderFault.Down, "The provider gave the answer up."),
        _ => AnswerEnd.Complete,
    };

    private static Quantities? UsageOf(JsonElement usage)
    {
        var (prompt, completion) = (Member(usage, "prompt_tokens_details"), Member(usage, "completion_tokens_details"));
        return new OpenAiUsage(
            Count(usage, "prompt_tokens"), Count(usage, "completion_tokens"), Count(usage, "total_tokens"),
            Cached: Count(prompt, "cached_tokens") ?? Count(usage, "prompt_cache_hit_tokens"),
            CacheWritten: Count(prompt, "cache_write_tokens") ?? Count(prompt, "cache_creation_tokens"),
            AudioIn: Count(prompt, "audio_tokens"), AudioOut: Count(completion, "audio_tokens"),
            Reasoning: Count(completion, "reasoning_tokens")).Disjoint();
    }
}
