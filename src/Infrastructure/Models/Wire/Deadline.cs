using System.Diagnostics;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>When an answer that makes no progress is given up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Patience _patience;
    private readonly CancellationTokenSource _source;
    private readonly long _start = Stopwatch.GetTimestamp();
    private bool _begun;

    public Deadline(Patience patience, CancellationToken cancel)
    {
        _patience = patience;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _source.CancelAfter(patience.First);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>A line has come: words, or before them a comment or a ping, which wins it time too, but not for ever.</summary>
    public void Progress(bool withWords)
    {
        _begun |= withWords;
        var (next, all) = _begun ? (_patience.Silence, _patience.Whole) : (_patience.First, _patience.Thinking);
        var left = all - Stopwatch.GetElapsedTime(_start);
        _source.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < next ? left : next);
    }

    public void Dispose() => _source.Dispose();
}
