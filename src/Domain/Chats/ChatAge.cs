namespace SaaSChat.Domain.Chats;

/// <summary>Under which heading of the list a conversation stands, by the days of the person who looks.</summary>
/// <param name="Month">Its first day, of months that are long past.</param>
public sealed record ChatAge(ChatAgeKind Kind, DateOnly? Month = null)
{
    private const int Week = 7;
    private const int Thirty = 30;

    // Clocks differ a little: what was used tomorrow was used today.
    public static ChatAge Of(DateOnly used, DateOnly today) => (today.DayNumber - used.DayNumber) switch
    {
        <= 0 => new(ChatAgeKind.Today),
        1 => new(ChatAgeKind.Yesterday),
        <= Week => new(ChatAgeKind.Week),
        <= Thirty => new(ChatAgeKind.Thirty),
        _ => new(ChatAgeKind.Month, new(used.Year, used.Month, 1)),
    };
}

public enum ChatAgeKind
{
    /// <summary>Whenever it was used.</summary>
    Pinned,
    Today,
    Yesterday,
    Week,
    Thirty,
    Month,
}
