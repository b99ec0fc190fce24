namespace SaaSChat.Domain.News;

/// <summary>Trouble that everybody may read about on the status page, from its first word to its last. What was said stays said.</summary>
public sealed class Incident : IVersioned
{
    public const int TitleLength = 120;

    private readonly List<IncidentUpdate> _updates = [];

    private Incident()
    {
    }

    public Guid Id { get; private set; }
    public string English { get; private set; } = "";
    public string Arabic { get; private set; } = "";
    public IncidentImpact Impact { get; private set; }
    public DateTime BegunAt { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public IReadOnlyList<IncidentUpdate> Updates => _updates;

    public BothLanguages Title => new(English, Arabic);

    public static Incident Open(BothLanguages title, IncidentImpact impact, IncidentState state, BothLanguages words, DateTime at)
    {
        var opened = new Incident { Id = Ids.NewId(), English = title.English, Arabic = title.Arabic, Impact = impact, BegunAt = at };
        opened.Say(state, words, at);
        return opened;
    }

    /// <summary>What is known now. One that was resolved and comes back is open again.</summary>
    public void Say(IncidentState state, BothLanguages words, DateTime at)
    {
        _updates.Add(new IncidentUpdate(Id, state, words, at));
        ResolvedAt = state == IncidentState.Resolved ? at : null;
    }
}

public enum IncidentImpact
{
    Minor,
    Major,

    /// <summary>Work that was planned.</summary>
    Maintenance,
}

public enum IncidentState
{
    Investigating,
    Identified,
    Watching,
    Resolved,
}
