using System.Diagnostics;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Counts what one call brings, and asks for more credits before it passes what is set aside.</summary>
internal sealed class AnswerMeter(LiveAnswer live, CallAnswer open, AnswerCalls calls)
{
    // So much more is set aside at once when a provider writes on beyond what it was told.
    private const long Step = 256;

    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan? _firstWord;
    private Quantities? _reported;
    private Guid? _key;
    private long _tokens;

    /// <summary>About how many tokens the piece has.</summary>
    public long Take(AnswerPiece piece)
    {
        if (piece is AnswerPiece.Usage usage) _reported = usage.Reported;
        if (piece is AnswerPiece.From from) _key = from.KeyId;
        if (TextOf(piece) is not { Length: > 0 } text) return 0;

        _firstWord ??= Stopwatch.GetElapsedTime(_began);
        var tokens = TokenEstimate.OfText(text).Likely;
        _tokens += tokens;
        return tokens;
    }

    /// <summary>Why it has to end here, or null.</summary>
    public async Task<AnswerEnding?> CutAsync(CancellationToken cancel)
    {
        if (_tokens <= open.Call!.OutputCap) return null;

        // Counted piece by piece it comes to more than as a whole.
        _tokens = TokenEstimate.OfText(Seen).Likely;
        return _tokens <= open.Call.OutputCap ? null : await MoreAsync(cancel);
    }

    /// <summary>Sets a little more aside; null when that was possible.</summary>
    public async Task<AnswerEnding?> MoreAsync(CancellationToken cancel) => await calls.ExtendAsync(open, Step, cancel) switch
    {
        null => null,
        CallRefusal.OverLimit => AnswerEnding.OverLimit,
        CallRefusal.NotEnoughCredits => AnswerEnding.OutOfCredits,
        _ => AnswerEnding.NodeLost,
    };

    public Written Whole(AnswerEnding ending) => new(End(CallOutcome.Completed), ending, null, true);

    public Written Cut(AnswerEnding ending) => new(End(CallOutcome.Stopped), ending, null, true);

    /// <summary>A failure costs nothing, whatever had come by then.</summary>
    public Written Broken(ProviderFault fault) => new(End(CallOutcome.Failed), AnswerEnding.ProviderFailed, fault, Seen.Length > 0);

    private CallEnd End(CallOutcome outcome) => new(outcome, Believed, Seen) { FirstWord = _firstWord, ProviderKeyId = _key };

    private string Seen => live.View.All;

    // A provider that was told where to stop cannot have written more than that: then what was seen counts.
    private Quantities? Believed => _reported?.OutputTokens > Math.Max(open.Call!.OutputCap, _tokens) ? null : _reported;

    private static string? TextOf(AnswerPiece piece) => piece switch
    {
        AnswerPiece.Text text => text.Value,
        AnswerPiece.Reasoning thought => thought.Value,
        _ => null,
    };
}

/// <summary>What came of a call.</summary>
internal sealed record Written(CallEnd End, AnswerEnding Ending, ProviderFault? Fault, bool HasBegun)
{
    /// <summary>Only before the first word: nobody reads half an answer of one model and half of another.</summary>
    public bool MayAskAnother => Fault is { } fault && !HasBegun && fault.MayFallBack();

    public MessageState State => (Fault, Ending) switch
    {
        (not null, _) => MessageState.Failed,
        (null, AnswerEnding.Finished or AnswerEnding.Length or AnswerEnding.Filtered) => MessageState.Complete,
        _ => MessageState.Stopped,
    };
}
