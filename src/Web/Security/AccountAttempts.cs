using System.Threading.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Attempts at one account from anywhere, counted whether the account exists or not, so that many addresses guess no faster than one.</summary>
public sealed class AccountAttempts(LastValid<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, LimitKey>(account =>
        LimitKey.Count(LimitKind.Account, StringComparer.OrdinalIgnoreCase.GetHashCode(account.Trim()), options.Value.Account));

    /// <summary>True when the attempt may go on; else the response has been made a refusal that says when to come again.</summary>
    public bool MayTry(string account, HttpContext context)
    {
        if (!options.Value.Enabled) return true;

        using var lease = _limiter.AttemptAcquire(account);
        if (!lease.IsAcquired) RateLimitSetup.Refuse(context, lease);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
