using System.Diagnostics.CodeAnalysis;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>The providers that were configured when the program started, by key.</summary>
public sealed class ExternalProviders : IDisposable
{
    private readonly Backchannel _channel;
    private readonly SortedDictionary<string, ProviderClient> _all = new(StringComparer.Ordinal);

    public ExternalProviders(SignInWays ways, TimeProvider clock)
    {
        _channel = new Backchannel(ways.Timeout);
        foreach (var (name, provider) in ways.External) _all[KeyOf(name)] = new ProviderClient(KeyOf(name), provider, _channel, clock);
    }

    public IReadOnlyDictionary<string, ProviderClient> All => _all;

    // It stands in addresses, and for OAuth 2 beside the subject: one way of writing it.
    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are written in lower case.")]
    public static string KeyOf(string name) => name.ToLowerInvariant();

    public ProviderClient? Find(string? key) => key is null ? null : _all.GetValueOrDefault(key);

    public void Dispose() => _channel.Dispose();
}
