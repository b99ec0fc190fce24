using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Security;

/// <summary>
/// The limits that every request passes: of its address, of its user, of its key, of that caller at that endpoint, and of what the endpoint
/// does. The framework's middleware would count as well, but its limiters are never disposed, and their timers keep each host of a process alive.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly LastValid<RateLimitOptions> _options;
    private readonly PartitionedRateLimiter<HttpContext> _keys;
    private readonly PartitionedRateLimiter<HttpContext>[] _each;
    private readonly PartitionedRateLimiter<HttpContext> _all;

    public RequestLimits(LastValid<RateLimitOptions> options)
    {
        _options = options;
        _keys = PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByKey);
        _each =
        [
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByAddress),
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByUser),
            _keys,
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByEndpoint),
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByPurpose),
        ];
        _all = PartitionedRateLimiter.CreateChained(_each);
    }

    public RateLimitLease Ask(HttpContext context) => _all.AttemptAcquire(context);

    /// <summary>How much of its key's limit is left to the caller; null for callers without a key.</summary>
    public KeyAllowance? LeftOf(HttpContext context) =>
        _keys.GetStatistics(context) is { } left ? new KeyAllowance(_options.Value.Key, left.CurrentAvailablePermits) : null;

    public void Dispose()
    {
        _all.Dispose();
        foreach (var limiter in _each) limiter.Dispose();
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

    // Looking at a form does nothing yet.
    private RateLimitPartition<LimitKey> ByPurpose(HttpContext context) =>
        IsCounted(context) && HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } purpose
            ? Purposes.Count(purpose, LimitKey.Address(context), _options.Value)
            : LimitKey.NotCounted(LimitKind.SignIn);

    // Probes are answered before they come here.
    private bool IsCounted(HttpContext context) => _options.Value.Enabled && !context.TellsOfError();
}
