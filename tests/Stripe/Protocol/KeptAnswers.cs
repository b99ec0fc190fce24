using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>The answers to requests that came with a key, for a day: the same request gets the same answer, another one is refused.</summary>
internal sealed class KeptAnswers(World world)
{
    private const long Day = 86_400;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public (Answer Answer, bool IsReplay) For(string? key, string request, Func<Answer> work)
    {
        if (key is null) return (work(), false);
        if (key.Length > 255) throw ApiRefusedException.Invalid("Idempotency keys are at most 255 characters.");
        if (_kept.TryGetValue(key, out var old) && old.At + Day <= world.Now) _kept.TryRemove(KeyValuePair.Create(key, old));

        var mine = new Kept(request, world.Now);
        var kept = _kept.GetOrAdd(key, mine);
        if (kept.Request != request) throw new ApiRefusedException(400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        if (kept != mine) return kept.Answer is { } told ? (told, true) : throw new ApiRefusedException(409, "idempotency_error", "There is currently another in-progress request using this key.", "idempotency_key_in_use");

        try
        {
            mine.Answer = work();
            return (mine.Answer, false);
        }
        catch
        {
            _kept.TryRemove(KeyValuePair.Create(key, mine));
            throw;
        }
    }

    private sealed class Kept(string request, long at)
    {
        public string Request => request;
        public long At => at;
        public Answer? Answer { get; set; }
    }
}

internal sealed record Answer(int Status, JsonNode Body);
