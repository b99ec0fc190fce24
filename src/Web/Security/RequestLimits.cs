using System.Threading.RateLimiting;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Security;

/// <summary>The limits that every request passes: of its address, of its user, of its key, and of that caller at that endpoint.</summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly LastValid<RateLimitOptions> _options;
    private readonly PartitionedRateLimiter<HttpContext> _keys;

    public RequestLimits(LastValid<RateLimitOptions> options)
    {
        _options = options;
        _keys = PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByKey);
        All = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByAddress),
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByUser),
            _keys,
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByEndpoint));
    }

    public PartitionedRateLimiter<HttpContext> All { get; }

    /// <summary>How much of its key's limit is left to the caller; null for callers without a key.</summary>
    public KeyAllowance? LeftOf(HttpContext context) =>
        _keys.GetStatistics(context) is { } left ? new KeyAllowance(_options.Value.Key, left.CurrentAvailablePermits) : null;

    public void Dispose()
    {
        All.Dispose();
        _keys.Dispose();
    }

    private RateLimitPartition<LimitKey> ByAddress(HttpContext context) => IsCounted(context) && context.Connection.RemoteIpAddress is not null
        ? LimitKey.Count(LimitKind.Address, LimitKey.Address(context), _options.Value.Address)
        : LimitKey.NotCounted(LimitKind.Address);

    private RateLimitPartition<LimitKey> ByUser(HttpContext context) => IsCounted(context) && context.SignedInId() is { } id
        ? LimitKey.Count(LimitKind.User, id.GetHashCode(), _options.Value.User)
        : LimitKey.NotCounted(LimitKind.User);

    private RateLimitPartition<LimitKey> ByKey(HttpContext context) => IsCounted(context) && context.KeyId() is { } id
        ? LimitKey.Count(LimitKind.Key, id.GetHashCode(), _options.Value.Key)
        : LimitKey.NotCounted(LimitKind.Key);

    private RateLimitPartition<LimitKey> ByEndpoint(HttpContext context) => IsCounted(context) && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
        ? LimitKey.Count(LimitKind.Endpoint, HashCode.Combine(LimitKey.Caller(context), route), _options.Value.Endpoint)
        : LimitKey.NotCounted(LimitKind.Endpoint);

    // Files carry DisableRateLimiting, and probes are answered before they come here.
    private bool IsCounted(HttpContext context) => _options.Value.Enabled && !context.TellsOfError();
}
