namespace SaaSChat.Domain.Credits;

/// <summary>Credits that go into a grant's remainder (above zero) or out of it.</summary>
internal readonly record struct Movement(CreditGrant Grant, long Credits);

internal static class Movements
{
    public static long Sum(this IEnumerable<Movement> moved) => moved.Sum(m => m.Credits);
}
