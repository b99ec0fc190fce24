namespace SaaSChat.Domain.Accounts;

/// <summary>Somebody who tries the site without signing up. Of where they came from only a keyed hash is kept, whose key changes each month.</summary>
public sealed class Visitor
{
    public const int NetworkLength = 64;

    private Visitor()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public string Network { get; private set; } = "";
    public DateTime CameAt { get; private set; }

    /// <summary>Which of its network's trials this is on that day: no two have the same.</summary>
    public DateTime Day { get; private set; }
    public int Place { get; private set; }

    public DateTime? SignedUpAt { get; private set; }

    public static Visitor Come(Guid accountId, string network, int place, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = accountId, Network = network, CameAt = at, Day = DayOf(at), Place = place,
    };

    public static DateTime DayOf(DateTime at) => at.Date;

    public void SignUp(DateTime at) => SignedUpAt = at;
}
