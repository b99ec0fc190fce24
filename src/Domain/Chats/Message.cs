using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Chats;

/// <summary>What somebody asked, or what a model answered.</summary>
public sealed class Message
{
    /// <summary>How much one may type at once.</summary>
    public const int MostTyped = 100_000;

    private Message()
    {
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>What it follows; null for the first.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>1, 2, 3 ... in the order in which they came, whatever the branch.</summary>
    public int Seq { get; private set; }

    public ChatRole Role { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What the model thought before it answered, where it shows that.</summary>
    public string Reasoning { get; private set; } = "";

    public string? ModelKey { get; private set; }
    public MessageState State { get; private set; }
    public AnswerEnding? Ending { get; private set; }

    /// <summary>What went wrong at the provider, where that is how it ended.</summary>
    public ProviderFault? Fault { get; private set; }

    /// <summary>Made by the page, so that a form which is sent twice asks once.</summary>
    public Guid? ClientId { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime? DoneAt { get; private set; }

    /// <summary>The call that paid for it.</summary>
    public Guid? HoldId { get; private set; }

    public long InputTokens { get; private set; }
    public long OutputTokens { get; private set; }
    public long Credits { get; private set; }

    /// <summary>Until when its node is sure to be alive; renewed while it writes.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Somebody wants it to end; its node sees that, whichever it is.</summary>
    public DateTime? StopAskedAt { get; private set; }

    public bool IsRunning => State.IsRunning();

    internal static Message Question(Guid id, Guid conversationId, Guid? after, int seq, string text, Guid clientId, DateTime at) => new()
    {
        Id = id, ConversationId = conversationId, ParentId = after, Seq = seq, Role = ChatRole.User, Text = text, ClientId = clientId,
        State = MessageState.Complete, CreatedAt = at, DoneAt = at,
    };

    internal static Message Awaited(Guid id, Guid conversationId, Guid to, int seq, string modelKey, Guid? clientId, DateTime at) => new()
    {
        Id = id, ConversationId = conversationId, ParentId = to, Seq = seq, Role = ChatRole.Assistant, ModelKey = modelKey, ClientId = clientId,
        State = MessageState.Waiting, CreatedAt = at, LeaseUntil = at + CreditHold.Lease,
    };

    internal static Message Brought(Guid id, Guid conversationId, Guid? after, int seq, MovedMessage moved) => new()
    {
        Id = id, ConversationId = conversationId, ParentId = after, Seq = seq, Role = moved.Role, Text = moved.Text, Reasoning = moved.Reasoning, ModelKey = moved.ModelKey,
        State = moved.State, Ending = moved.Ending, CreatedAt = moved.At, DoneAt = moved.DoneAt ?? moved.At,
    };

    /// <summary>Its call is open: from now on it is written, by this model.</summary>
    public void Begin(Guid holdId, string modelKey) => (State, HoldId, ModelKey) = (MessageState.Streaming, holdId, modelKey);
}
