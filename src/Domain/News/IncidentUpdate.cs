namespace SaaSChat.Domain.News;

/// <summary>What was known of an incident at one moment.</summary>
public sealed class IncidentUpdate
{
    public const int TextLength = 1000;

    internal IncidentUpdate(Guid incidentId, IncidentState state, BothLanguages words, DateTime at) =>
        (Id, IncidentId, State, English, Arabic, At) = (Ids.NewId(), incidentId, state, words.English, words.Arabic, at);

    private IncidentUpdate()
    {
    }

    public Guid Id { get; private set; }
    public Guid IncidentId { get; private set; }
    public IncidentState State { get; private set; }
    public string English { get; private set; } = "";
    public string Arabic { get; private set; } = "";
    public DateTime At { get; private set; }

    public BothLanguages Words => new(English, Arabic);
}
