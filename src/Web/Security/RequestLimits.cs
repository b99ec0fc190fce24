using System.Threading.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>The limits that every request passes: of its address, of its user, and of that caller at that endpoint.</summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly LastValid<RateLimitOptions> _options;

    public RequestLimits(LastValid<RateLimitOptions> options)
    {
        _options = options;
        All = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByAddress),
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByUser),
            PartitionedRateLimiter.Create<HttpContext, LimitKey>(ByEndpoint));
    }

    public PartitionedRateLimiter<HttpContext> All { get; }

    public void Dispose() => All.Dispose();

    private RateLimitPartition<LimitKey> ByAddress(HttpContext context) => IsCounted(context) && context.Connection.RemoteIpAddress is not null
        ? LimitKey.Count(LimitKind.Address, LimitKey.Address(context), _options.Value.Address)
        : LimitKey.NotCounted(LimitKind.Address);

    private RateLimitPartition<LimitKey> ByUser(HttpContext context) => IsCounted(context) && context.SignedInId() is { } id
        ? LimitKey.Count(LimitKind.User, id.GetHashCode(), _options.Value.User)
        : LimitKey.NotCounted(LimitKind.User);

    private RateLimitPartition<LimitKey> ByEndpoint(HttpContext context) => IsCounted(context) && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
        ? LimitKey.Count(LimitKind.Endpoint, HashCode.Combine(LimitKey.Caller(context), route), _options.Value.Endpoint)
        : LimitKey.NotCounted(LimitKind.Endpoint);

    // Files carry DisableRateLimiting, and probes are answered before they come here.
    private bool IsCounted(HttpContext context) => _options.Value.Enabled && !context.TellsOfError();
}
