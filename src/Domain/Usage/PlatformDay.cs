namespace SaaSChat.Domain.Usage;

/// <summary>What all users together used on one day, in UTC, of one model for one purpose. Its sums are spread over slots, so that accounts seldom wait for each other.</summary>
public sealed class PlatformDay
{
    public const int Slots = 16;

    private PlatformDay()
    {
    }

    public DateOnly Day { get; private set; }
    public string ModelKey { get; private set; } = "";
    public UsageSource Source { get; private set; }
    public int Slot { get; private set; }
    public long InputTokens { get; private set; }
    public long ReadTokens { get; private set; }
    public long WriteTokens { get; private set; }
    public long OutputTokens { get; private set; }
    public long Cost { get; private set; }
    public long Credits { get; private set; }
    public long Operations { get; private set; }

    public static int SlotOf(Guid accountId) => accountId.ToByteArray()[0] % Slots;
}
