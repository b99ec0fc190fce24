namespace SaaSChat.Web.Security;

/// <summary>Section "RateLimits": how often each caller may ask. A change holds from the next request on.</summary>
public sealed class RateLimitOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>Everything that comes from one address (IPv6: one /64), which may be an office full of people.</summary>
    public RateLimit Address { get; set; } = new() { Permits = 600, Window = TimeSpan.FromMinutes(1) };

    public RateLimit User { get; set; } = new() { Permits = 300, Window = TimeSpan.FromMinutes(1) };

    /// <summary>One key of the API, wherever it is used; its user's limit holds too.</summary>
    public RateLimit Key { get; set; } = new() { Permits = 120, Window = TimeSpan.FromMinutes(1) };

    /// <summary>One caller at one endpoint.</summary>
    public RateLimit Endpoint { get; set; } = new() { Permits = 240, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Attempts to sign in from one address.</summary>
    public RateLimit SignIn { get; set; } = new() { Permits = 20, Window = TimeSpan.FromMinutes(5) };

    /// <summary>Attempts to sign in to one account, wherever they come from.</summary>
    public RateLimit Account { get; set; } = new() { Permits = 10, Window = TimeSpan.FromMinutes(5) };

    /// <summary>Letters asked for from one address: signing up, a link again, a forgotten password.</summary>
    public RateLimit Letters { get; set; } = new() { Permits = 20, Window = TimeSpan.FromMinutes(10) };

    /// <summary>Letters asked for to one mailbox, wherever they are asked for.</summary>
    public RateLimit AccountLetters { get; set; } = new() { Permits = 5, Window = TimeSpan.FromMinutes(30) };

    /// <summary>Reports of shared conversations from one address.</summary>
    public RateLimit Reports { get; set; } = new() { Permits = 5, Window = TimeSpan.FromMinutes(10) };
}

/// <summary>So many requests at once; each comes back after its share of the window.</summary>
public sealed class RateLimit
{
    public int Permits { get; set; }
    public TimeSpan Window { get; set; }
}
