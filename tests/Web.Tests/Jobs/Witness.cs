using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>Sees what the test jobs do.</summary>
internal sealed class Witness
{
    private readonly ConcurrentDictionary<Guid, Channel<Run>> _runs = new();

    public SemaphoreSlim Gate { get; } = new(0);
    public SemaphoreSlim Entered { get; } = new(0);

    public int Saw(Guid id, Run run)
    {
        var runs = Of(id);
        runs.Writer.TryWrite(run);
        return runs.Reader.Count;
    }

    public async Task<Run> NextAsync(Guid id) => await Of(id).Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

    public int Unread(Guid id) => Of(id).Reader.Count;

    private Channel<Run> Of(Guid id) => _runs.GetOrAdd(id, _ => Channel.CreateUnbounded<Run>());
}

internal sealed record Run(DateTime At, string Culture, string UICulture);
