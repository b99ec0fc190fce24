namespace SaaSChat.Domain.Usage;

/// <summary>
/// The user's day or month that runs now and what was used in it. It keeps the time zone that it began with to its end, and each date and
/// month comes once: whoever moves the clock of their profile back and forth never gets one twice.
/// </summary>
public sealed class LimitPeriod
{
    public const int ZoneLength = 64;

    private LimitPeriod()
    {
    }

    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }
    public LimitSpan Span { get; private set; }
    public string Zone { get; private set; } = "";

    /// <summary>The day, or the first of the month.</summary>
    public DateOnly FirstDay { get; private set; }

    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }
    public long Tokens { get; private set; }

    /// <summary>In picodollars.</summary>
    public long Cost { get; private set; }

    public static LimitPeriod Begin(Guid accountId, Guid userId, LimitSpan span, DateTime at, TimeZoneInfo zone)
    {
        var period = new LimitPeriod { AccountId = accountId, UserId = userId, Span = span };
        var first = period.FirstDayAt(at, zone);
        period.Start(first, LocalDays.StartOf(first, zone), zone);
        return period;
    }

    /// <summary>When it is over, the next one that is running, in the zone of now. A clock that goes back changes nothing.</summary>
    public void MoveTo(DateTime at, TimeZoneInfo zone)
    {
        if (at < EndsAt) return;

        var (next, now, ended) = (After(FirstDay), FirstDayAt(at, zone), EndsAt);
        var first = next > now ? next : now;
        var starts = LocalDays.StartOf(first, zone);
        Start(first, starts > ended && first != next ? starts : ended, zone);
    }

    public void Add(long tokens, long cost) => (Tokens, Cost) = (Saturate((Int128)Tokens + tokens), Saturate((Int128)Cost + cost));

    public long Used(LimitKind kind) => kind.IsCost() ? Cost : Tokens;

    private void Start(DateOnly first, DateTime starts, TimeZoneInfo zone)
    {
        (Zone, FirstDay, StartsAt, EndsAt) = (zone.Id, first, starts, LocalDays.StartOf(After(first), zone));
        (Tokens, Cost) = (0, 0);
    }

    private DateOnly FirstDayAt(DateTime at, TimeZoneInfo zone)
    {
        var day = LocalDays.Of(at, zone);
        return Span == LimitSpan.Day ? day : new DateOnly(day.Year, day.Month, 1);
    }

    private DateOnly After(DateOnly first) => Span == LimitSpan.Day ? first.AddDays(1) : first.AddMonths(1);

    private static long Saturate(Int128 sum) => (long)Int128.Min(sum, long.MaxValue);
}
