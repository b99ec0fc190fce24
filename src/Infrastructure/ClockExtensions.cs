namespace SaaSChat.Infrastructure;

public static class ClockExtensions
{
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
