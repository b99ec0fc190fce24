using System.Runtime.InteropServices;
using System.Threading.RateLimiting;
using SaaSChat.Domain.Security;

namespace SaaSChat.Web.Security;

/// <summary>
/// Who is counted, and by which limit: a changed setting is another key, so it holds at once. Permits come back evenly through the
/// window, so whoever is refused is told how soon the next one comes. Callers are sorted into a fixed number of buckets by a hash that
/// differs in every process, so that no number of addresses makes the counters grow without end.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LimitKey(LimitKind Kind, int Bucket, int Permits, TimeSpan Window)
{
    private const int Buckets = 1 << 18;

    public static RateLimitPartition<LimitKey> Count(LimitKind kind, int caller, RateLimit limit) =>
        RateLimitPartition.GetTokenBucketLimiter(new LimitKey(kind, caller & (Buckets - 1), limit.Permits, limit.Window), key => new()
        {
            TokenLimit = key.Permits,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = key.Window / key.Permits,
            QueueLimit = 0,
            AutoReplenishment = false,
        });

    public static RateLimitPartition<LimitKey> NotCounted(LimitKind kind) => RateLimitPartition.GetNoLimiter(new LimitKey(kind, -1, 0, TimeSpan.Zero));

    /// <summary>The signed-in user, else the address.</summary>
    public static int Caller(HttpContext context) => context.SignedInId() is { } id ? id.GetHashCode() : Address(context);

    public static int Address(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address ? HashCode.Combine(NetworkAddress.Of(address)) : 0;
}

internal enum LimitKind
{
    Address,
    User,
    Key,
    Endpoint,
    SignIn,
    Account,
    Letters,
    AccountLetters,
    Reports,
}
