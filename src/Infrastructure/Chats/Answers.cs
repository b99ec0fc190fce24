using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>The answers that this node is writing. They are the node's, not the request's: whoever closes the browser finds them whole.</summary>
public sealed class Answers(IServiceScopeFactory scopes, ILogger<Answers> log)
{
    private readonly ConcurrentDictionary<Guid, (LiveAnswer Live, Task Writing)> _running = new();
    private TaskCompletionSource _freed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<LiveAnswer> Running => [.. _running.Values.Select(r => r.Live)];

    public LiveAnswer? Find(Guid answerId) => _running.TryGetValue(answerId, out var running) ? running.Live : null;

    /// <summary>Ends when an answer of this node has ended: there may be room for one that waits.</summary>
    internal Task Freed => Volatile.Read(ref _freed).Task;

    internal void Start(LiveAnswer live, AnswerOrder order)
    {
        // Entered before it runs, so that whoever connects at once finds it.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[live.Id] = (live, WriteAsync(live, order, begin.Task));
        begin.SetResult();
    }

    /// <summary>Ends when every answer that was running has ended.</summary>
    internal Task StopAllAsync(AnswerEnding why)
    {
        var running = _running.Values.ToList();
        foreach (var (live, _) in running) live.Stop(why);
        return Task.WhenAll(running.Select(r => r.Writing));
    }

    private async Task WriteAsync(LiveAnswer live, AnswerOrder order, Task begin)
    {
        await begin;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Generation>().WriteAsync(live, order);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Its hold and its row are ended by the sweep, as if the node had died.
            log.LogError(e, "Answer {Answer} could not be finished", live.Id);
            live.End(MessageState.Failed);
        }
        finally
        {
            _running.TryRemove(live.Id, out _);
            Interlocked.Exchange(ref _freed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}

/// <summary>What is to be answered: by the first of the models, and by the next where one cannot be reached.</summary>
/// <param name="Open">Null while there is no room for it.</param>
internal sealed record AnswerOrder(IReadOnlyList<ChatModel> Models, IReadOnlyList<ChatTurn> Turns, Briefing Briefing, Usage.CallAnswer? Open);
