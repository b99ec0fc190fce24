namespace SaaSChat.Domain.Credits;

/// <summary>The same sum for many people, as an admin decided: who they are is written down with it, and each is given it once.</summary>
public sealed class BulkGrant
{
    /// <summary>Whoever carries it out and is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>More people than any list that a person has looked over.</summary>
    public const int MostPeople = 200_000;

    private BulkGrant()
    {
    }

    /// <summary>Made with the form: pressing twice is one.</summary>
    public Guid Id { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>Where the log says it, and why.</summary>
    public long AuditSeq { get; private set; }

    /// <summary>To each.</summary>
    public long Credits { get; private set; }

    public DateTime? ExpiresAt { get; private set; }
    public int People { get; private set; }
    public int Given { get; private set; }

    /// <summary>Who was gone by then, or would have held too much.</summary>
    public int Passed { get; private set; }

    public DateTime AskedAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? DoneAt { get; private set; }

    public bool IsOver => DoneAt is not null;

    public int Percent => IsOver ? 100 : (int)Math.Min(99, (Given + Passed) * 100L / Math.Max(1, People));

    /// <summary>How the keys of its grants begin.</summary>
    public string Keys => $"bulk:{Id:N}:";

    /// <summary>Names the one grant of each of its people.</summary>
    public string KeyFor(Guid userId) => $"{Keys}{userId:N}";

    public static BulkGrant Ask(BulkGrantWish wish, Guid actorId, int people, DateTime at) => new()
    {
        Id = wish.Id, ActorId = actorId, Credits = wish.Credits, ExpiresAt = wish.ExpiresAt, People = people, AskedAt = at,
    };
}

/// <summary>One of those it is for.</summary>
public sealed class BulkGrantPerson(Guid bulkGrantId, Guid userId)
{
    public Guid BulkGrantId { get; private set; } = bulkGrantId;
    public Guid UserId { get; private set; } = userId;

    /// <summary>Null until it was their turn.</summary>
    public DateTime? DoneAt { get; private set; }
}

/// <param name="Id">Made with the form.</param>
/// <param name="Credits">To each.</param>
public sealed record BulkGrantWish(Guid Id, long Credits, DateTime? ExpiresAt)
{
    /// <summary>A thousand dollars' worth to each: more is a slip of the hand.</summary>
    public const long MostCredits = 1_000_000_000;
}
