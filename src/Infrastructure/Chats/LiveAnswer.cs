using System.Text;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>An answer that this node is writing. One task writes it; any number watch.</summary>
public sealed class LiveAnswer(Guid id, Guid conversationId, Asker asker) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _changed = NewSignal();
    private AnswerView _view = AnswerView.Waiting;
    private bool _isStale;

    public Guid Id { get; } = id;
    public Guid ConversationId { get; } = conversationId;
    public Asker Asker { get; } = asker;
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Why it was told to stop, once it was.</summary>
    public AnswerEnding? StoppedBy { get; private set; }

    /// <summary>The open call that pays for what is written, and about how many tokens that is.</summary>
    internal CallAnswer? Call { get; private set; }
    internal long Written { get; private set; }

    public AnswerView View
    {
        get
        {
            lock (_lock)
            {
                if (_isStale) (_view, _isStale) = (_view with { Text = _text.ToString(), Reasoning = _reasoning.ToString() }, false);
                return _view;
            }
        }
    }

    /// <summary>Ends with the next change after this view.</summary>
    public Task ChangedSince(AnswerView seen)
    {
        lock (_lock) return _isStale || !ReferenceEquals(seen, _view) ? Task.CompletedTask : _changed.Task;
    }

    public void Stop(AnswerEnding why)
    {
        StoppedBy ??= why;
        _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();

    internal void Begin(CallAnswer call)
    {
        (Call, Written) = (call, 0);
        Change(() => _view = _view with { State = MessageState.Streaming, ModelKey = call.Call!.ModelKey });
    }

    /// <summary>Its call ends for good, and another one begins: that this one's hold is gone then is as it should be.</summary>
    internal void GiveUp() => Call = null;

    internal bool IsPaidBy(CallAnswer call) => ReferenceEquals(Call, call) && !View.IsOver;

    internal void Add(AnswerPiece piece, long tokens)
    {
        Written += tokens;
        Change(() =>
        {
            if (piece is AnswerPiece.Text text) _text.Append(text.Value);
            else if (piece is AnswerPiece.Reasoning thought) _reasoning.Append(thought.Value);
            _isStale = true;
        });
    }

    internal void End(MessageState state) => Change(() => (_view, _isStale) = (_view with { State = state, Text = _text.ToString(), Reasoning = _reasoning.ToString() }, false));

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            (changed, _changed) = (_changed, NewSignal());
        }

        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>As much of an answer as there is.</summary>
public sealed record AnswerView(MessageState State, string? ModelKey, string Text, string Reasoning)
{
    public static readonly AnswerView Waiting = new(MessageState.Waiting, null, "", "");

    /// <summary>Everything that the model wrote, thoughts included.</summary>
    internal string All => Reasoning + Text;

    public bool IsOver => !State.IsRunning();
}
