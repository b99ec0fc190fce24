namespace SaaSChat.Domain.Assistants;

/// <summary>A way to be answered: instructions under a name, for chats to begin with.</summary>
public sealed class Assistant : IVersioned
{
    public const int KeyLength = 40;

    private Assistant()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Who made it; null for the house's own, which are for everyone.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Of those that a new site begins with.</summary>
    public string? Key { get; private set; }

    public AssistantPicture Picture { get; private set; }
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";
    public IReadOnlyList<string> Starters { get; private set; } = [];
    public string ArabicName { get; private set; } = "";
    public string ArabicAbout { get; private set; } = "";
    public IReadOnlyList<string> ArabicStarters { get; private set; } = [];

    /// <summary>What the model is told before anything is said. Only whoever may change the assistant sees it.</summary>
    public string Instructions { get; private set; } = "";

    public string? ModelKey { get; private set; }

    /// <summary>In hundredths.</summary>
    public int? Temperature { get; private set; }

    public Reach Reach { get; private set; }
    public string? LinkHash { get; private set; }

    /// <summary>The link itself, sealed, so that its owner can copy it again.</summary>
    public byte[]? SealedLink { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Nobody is offered it any more.</summary>
    public DateTime? RetiredAt { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public static Assistant Make(Guid ownerId, AssistantDraft draft, DateTime at) => Make(ownerId, null, Reach.Private, draft, at);

    /// <param name="key">Of one that a new site begins with.</param>
    /// <param name="draft">What it is.</param>
    /// <param name="at">Now.</param>
    public static Assistant OfTheHouse(string? key, AssistantDraft draft, DateTime at) => Make(null, key, Reach.Everyone, draft, at);

    public void Change(AssistantDraft draft)
    {
        (Picture, Instructions, ModelKey, Temperature) = (draft.Picture, draft.Instructions, draft.ModelKey, draft.Temperature);
        (Name, About, Starters) = (draft.Words.Name, draft.Words.About, draft.Words.Starters);
        (ArabicName, ArabicAbout, ArabicStarters) = draft.ArabicWords is { } arabic ? (arabic.Name, arabic.About, arabic.Starters) : ("", "", []);
    }

    /// <summary>A link that it had before leads nowhere any more.</summary>
    public void ShareBy(string linkHash, byte[] sealedLink) => (Reach, LinkHash, SealedLink) = (Reach.Link, linkHash, sealedLink);

    public void ShareNoMore() => (Reach, LinkHash, SealedLink) = (Reach.Private, null, null);

    public void Retire(DateTime at) => RetiredAt ??= at;

    public void Reinstate() => RetiredAt = null;

    /// <summary>In the reader's language where it has words in it.</summary>
    public AssistantWords WordsIn(string language) => language == "ar" && ArabicName.Length > 0 ? new(ArabicName, ArabicAbout, ArabicStarters) : new(Name, About, Starters);

    private static Assistant Make(Guid? ownerId, string? key, Reach reach, AssistantDraft draft, DateTime at)
    {
        var made = new Assistant { Id = Ids.NewId(), OwnerId = ownerId, Key = key, Reach = reach, CreatedAt = at };
        made.Change(draft);
        return made;
    }
}
