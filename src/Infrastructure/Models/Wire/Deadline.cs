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

    /// <summary>A line has come. Before the first word, comments and pings win it no time.</summary>
    public void Progress(bool withWords)
    {
        _begun |= withWords;
        if (!_begun) return;

        var left = _patience.Whole - Stopwatch.GetElapsedTime(_start);
        _source.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < _patience.Silence ? left : _patience.Silence);
    }

    public void Dispose() => _source.Dispose();
}
