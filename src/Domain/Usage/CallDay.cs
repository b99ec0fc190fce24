namespace SaaSChat.Domain.Usage;

/// <summary>How the calls to one model went on one day, in UTC: how many there were, how many failed, and how many took how long. Spread over a few slots as <see cref="PlatformDay"/> is, but fewer, for its rows are wide.</summary>
public sealed class CallDay
{
    private const int Slots = 4;

    private CallDay()
    {
    }

    public DateOnly Day { get; private set; }
    public string ModelKey { get; private set; } = "";
    public int Slot { get; private set; }
    public long Calls { get; private set; }
    public long Failed { get; private set; }

    public static int SlotOf(Guid accountId) => PlatformDay.SlotOf(accountId) % Slots;
}
