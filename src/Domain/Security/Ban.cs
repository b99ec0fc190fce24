namespace SaaSChat.Domain.Security;

/// <summary>Nobody from this address, or this user, is served until then.</summary>
public sealed class Ban
{
    private Ban()
    {
    }

    public Guid Id { get; private set; }
    public BanSubject Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public int Score { get; private set; }
    public DateTime PlacedAt { get; private set; }
    public DateTime Until { get; private set; }

    public static Ban Place(Offender offender, int score, DateTime at, TimeSpan duration) =>
        new() { Id = Ids.NewId(), Kind = offender.Kind, Subject = offender.Subject, Score = score, PlacedAt = at, Until = at + duration };

    public bool IsActive(DateTime at) => at < Until;

    public void Lift(DateTime at)
    {
        if (!IsActive(at)) throw new InvalidOperationException("Only an active ban can be lifted.");
        Until = at;
    }
}

public enum BanSubject
{
    Address,
    User,
}
