using SaaSChat.Domain.Chats.Moving;

namespace SaaSChat.Domain.Chats;

/// <summary>A person's chat. Its messages are a tree: whatever is edited or asked again stays beside what it was before, and the leaf says which way is shown.</summary>
public sealed class Conversation : IVersioned
{
    public const int TitleLength = 120;

    private Conversation()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Who pays.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Whose it is: a user, or a guest by their visitor's id.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Made by the page that began it, so that a form which is sent twice begins one conversation.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>Whose instructions its answers follow, if anybody's.</summary>
    public Guid? AssistantId { get; private set; }

    public string Title { get; private set; } = "";
    public TitleOrigin TitledBy { get; private set; }

    /// <summary>The model that was asked last, and is asked next unless another is chosen.</summary>
    public string ModelKey { get; private set; } = "";

    /// <summary>The last message of the branch that is shown.</summary>
    public Guid? LeafId { get; private set; }

    public int MessageCount { get; private set; }
    public long Tokens { get; private set; }
    public long Credits { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime LastAt { get; private set; }
    public bool IsPinned { get; private set; }
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Out of sight; gone for good when nobody has undone it in time.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary>When it goes by itself, if it is a temporary one: such a chat stands in no list.</summary>
    public DateTime? GoesAt { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public static Conversation Begin(Guid id, Guid accountId, Guid userId, Guid clientId, DateTime at) => new()
    {
        Id = id, AccountId = accountId, UserId = userId, ClientId = clientId, CreatedAt = at, LastAt = at,
    };

    /// <summary>A conversation that was held elsewhere, with all its branches. It has cost nothing here.</summary>
    public static (Conversation Conversation, IReadOnlyList<Message> Messages) Bring(Guid id, Guid accountId, Guid userId, Guid clientId, MovedChat chat)
    {
        var ids = chat.Messages.Select(_ => Ids.NewId()).ToList();
        var messages = chat.Messages.Select((m, i) => Message.Brought(ids[i], id, m.Parent is { } parent ? ids[parent] : null, i + 1, m)).ToList();
        var conversation = new Conversation
        {
            Id = id, AccountId = accountId, UserId = userId, ClientId = clientId, TitledBy = TitleOrigin.Person, Title = OneLine.Of(chat.Title, TitleLength),
            ModelKey = chat.ModelKey, LeafId = ids[chat.Leaf], MessageCount = messages.Count, CreatedAt = chat.CreatedAt, LastAt = chat.LastAt,
            IsPinned = chat.IsPinned, ArchivedAt = chat.IsArchived ? chat.LastAt : null,
        };
        return (conversation, messages);
    }

    /// <summary>A question, after the message that it follows; beside others that follow it too when it was asked differently before.</summary>
    public Message Ask(Guid id, Guid? after, string text, Guid clientId, DateTime at)
    {
        if (TitledBy == TitleOrigin.Nobody) Rename(FirstWords.Of(text), TitleOrigin.FirstWords);
        return Grown(Message.Question(id, Id, after, ++MessageCount, text, clientId, at), at);
    }

    /// <summary>An answer that is still to be written, to the question or after the answer that it goes on from.</summary>
    public Message Answer(Guid id, Guid to, string modelKey, Guid? clientId, DateTime at)
    {
        ModelKey = modelKey;
        return Grown(Message.Awaited(id, Id, to, ++MessageCount, modelKey, clientId, at), at);
    }

    public void Follow(Guid assistantId) => AssistantId = assistantId;

    /// <summary>Makes it a temporary one, or gives one more time.</summary>
    public void GoAt(DateTime at) => GoesAt = at;

    public void Stay() => GoesAt = null;

    public void Show(Guid leafId) => LeafId = leafId;

    public void Rename(string title, TitleOrigin by) => (Title, TitledBy) = (OneLine.Of(title, TitleLength), by);

    /// <summary>Their account pays for what follows.</summary>
    public void BelongTo(Guid userId, Guid accountId) => (UserId, AccountId) = (userId, accountId);

    /// <summary>Keeps it on top, or lets it go where its time puts it.</summary>
    public void TurnPin() => IsPinned = !IsPinned;

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Unarchive() => ArchivedAt = null;

    public void Delete(DateTime at) => DeletedAt ??= at;

    public void Undelete() => DeletedAt = null;

    private Message Grown(Message message, DateTime at)
    {
        (LeafId, LastAt) = (message.Id, at);
        return message;
    }
}
