namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Section "SignIn": by what people come in.</summary>
public sealed class SignInWays : ICheckedOptions
{
    private const string NobodyComesIn =
        "SignIn:Password is false and no SignIn:External is configured, so nobody could come in; configure an external sign-in or set SignIn:Password to true.";

    /// <summary>Whether an e-mail address and a password let somebody in, sign up, and be chosen anew by mail.</summary>
    public bool Password { get; set; } = true;

    /// <summary>By the name that stands in their addresses.</summary>
    public IDictionary<string, ExternalProvider> External { get; set; } = new Dictionary<string, ExternalProvider>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a provider may take for one answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    // Passkeys do not count: whoever has one came in by another way first.
    public IEnumerable<string> Faults()
    {
        if (!Password && External.Count == 0) yield return NobodyComesIn;
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(1))
            yield return "SignIn:Timeout must lie between 00:00:00.100 and 00:01:00.";
        foreach (var fault in External.SelectMany(e => e.Value.Faults(e.Key))) yield return fault;
    }
}
