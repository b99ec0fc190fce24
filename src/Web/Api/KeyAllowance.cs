using SaaSChat.Web.Security;

namespace SaaSChat.Web.Api;

/// <summary>How many calls a key has left at this moment.</summary>
internal readonly record struct KeyAllowance(RateLimit Limit, long Left)
{
    /// <summary>When all of them have come back.</summary>
    public TimeSpan FullIn => Limit.Window / Limit.Permits * Math.Max(0, Limit.Permits - Left);
}
