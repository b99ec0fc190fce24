using System.Threading.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>What is asked of one account from anywhere, counted whether the account exists or not, so that many addresses get no further than one.</summary>
public sealed class AccountAttempts : IDisposable
{
    private readonly LastValid<RateLimitOptions> _options;
    private readonly PartitionedRateLimiter<string> _attempts;
    private readonly PartitionedRateLimiter<string> _letters;

    public AccountAttempts(LastValid<RateLimitOptions> options)
    {
        _options = options;
        _attempts = Limiter(LimitKind.Account, limits => limits.Account);
        _letters = Limiter(LimitKind.AccountLetters, limits => limits.AccountLetters);
    }

    /// <summary>True when the attempt to sign in may go on; else the response has been made a refusal that says when to come again.</summary>
    public bool MayTry(string account, HttpContext context) => MayGoOn(_attempts, account, context);

    /// <summary>The same for a letter to the account's address.</summary>
    public bool MayWrite(string account, HttpContext context) => MayGoOn(_letters, account, context);

    public void Dispose()
    {
        _attempts.Dispose();
        _letters.Dispose();
    }

    private bool MayGoOn(PartitionedRateLimiter<string> limiter, string account, HttpContext context)
    {
        if (!_options.Value.Enabled) return true;

        using var lease = limiter.AttemptAcquire(account);
        if (!lease.IsAcquired) RateLimitSetup.Refuse(context, lease);
        return lease.IsAcquired;
    }

    private PartitionedRateLimiter<string> Limiter(LimitKind kind, Func<RateLimitOptions, RateLimit> limit) =>
        PartitionedRateLimiter.Create<string, LimitKey>(account =>
            LimitKey.Count(kind, StringComparer.OrdinalIgnoreCase.GetHashCode(account.Trim()), limit(_options.Value)));
}
