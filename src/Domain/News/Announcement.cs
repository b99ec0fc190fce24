namespace SaaSChat.Domain.News;

/// <summary>What is said to many people at the top of their pages, for a time.</summary>
public sealed class Announcement : IVersioned
{
    public const int TextLength = 300;

    private Announcement()
    {
    }

    public Guid Id { get; private set; }
    public string English { get; private set; } = "";
    public string Arabic { get; private set; } = "";
    public AnnouncementTone Tone { get; private set; }
    public AnnouncementAudience Audience { get; private set; }
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public BothLanguages Words => new(English, Arabic);

    public static Announcement Make(AnnouncementDraft draft)
    {
        var made = new Announcement { Id = Ids.NewId() };
        made.Change(draft);
        return made;
    }

    public void Change(AnnouncementDraft draft)
    {
        if (draft.Until <= draft.From) throw new ArgumentOutOfRangeException(nameof(draft), draft.Until, "It would be over before it begins.");
        (English, Arabic, Tone, Audience, From, Until) = (draft.Words.English, draft.Words.Arabic, draft.Tone, draft.Audience, draft.From, draft.Until);
    }

    public bool IsOnAt(DateTime at) => From <= at && !IsOverAt(at);

    public bool IsOverAt(DateTime at) => Until <= at;

    /// <summary>False when it is over already. One that was not shown yet never is.</summary>
    public bool TryEnd(DateTime at)
    {
        if (IsOverAt(at)) return false;
        (From, Until) = (From < at ? From : at, at);
        return true;
    }
}

public sealed record AnnouncementDraft(BothLanguages Words, AnnouncementTone Tone, AnnouncementAudience Audience, DateTime From, DateTime? Until);

public enum AnnouncementTone
{
    Info,
    Good,
    Warning,
}

public enum AnnouncementAudience
{
    Everybody,

    /// <summary>Whoever has an account.</summary>
    People,

    /// <summary>Whoever has paid for something.</summary>
    Payers,

    /// <summary>Whoever has an account and has never paid.</summary>
    NonPayers,

    /// <summary>Whoever has a role in the administration.</summary>
    Staff,
}
