using System.Globalization;

namespace SaaSChat.Domain.Accounts;

/// <summary>What the hashes of one month's networks are made with. Deleted afterwards: then nobody can tell any more which network a hash was.</summary>
public sealed class NetworkKey(string month, string wrapped, DateTime lockedAt)
{
    public const int MonthLength = 7;

    public string Month { get; private set; } = month;

    /// <summary>Wrapped by the key ring.</summary>
    public string Wrapped { get; private set; } = wrapped;

    public DateTime LockedAt { get; private set; } = lockedAt;

    public static string MonthOf(DateTime at) => at.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
