using System.Threading.RateLimiting;

namespace SaaSChat.Web.Security;

/// <summary>What an endpoint may do only so often for one address; named by its EnableRateLimiting.</summary>
internal static class Purposes
{
    public const string SignIn = "sign-in";
    public const string Letter = "letter";
    public const string Report = "report";

    public static RateLimitPartition<LimitKey> Count(string purpose, int address, RateLimitOptions limits) => purpose switch
    {
        SignIn => LimitKey.Count(LimitKind.SignIn, address, limits.SignIn),
        Letter => LimitKey.Count(LimitKind.Letters, address, limits.Letters),
        Report => LimitKey.Count(LimitKind.Reports, address, limits.Reports),
        _ => throw new InvalidOperationException($"No limit is called {purpose}."),
    };
}
