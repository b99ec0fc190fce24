using System.Collections.Concurrent;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Anthropic;
using SaaSChat.Infrastructure.Models.Demo;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.Models.OpenAi;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>The providers that can be asked here, by the names that the models give them.</summary>
internal sealed class ConnectedProviders : IDisposable
{
    private readonly ConcurrentDictionary<string, ConnectedProvider> _all = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentBag<HttpClient> _lines = [];
    private readonly Lock _connecting = new();
    private readonly ProvidersOptions _options;
    private readonly TimeProvider _clock;

    public ConnectedProviders(ProvidersOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _all[DemoProvider.Name] = new(DemoProvider.Name, new DemoProvider(options.Demo), new KeyPool(DemoProvider.Name, [new PoolKey(null, "no key")], clock), null);
        foreach (var (name, provider) in options.ByName)
        {
            if (IsConnected(name, provider)) _all[name] = Connect(name, provider);
        }
    }

    /// <summary>Those that can be asked at an address, whether there is a key for them or not yet.</summary>
    public IReadOnlyList<string> Names => [.. WellKnownProvider.Names.Concat(_options.ByName.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<ConnectedProvider> WithAddress => _all.Values.Where(p => p.Probe is not null && p.Keys.HasAny);

    public ConnectedProvider? Find(string name) => _all.TryGetValue(name, out var known) && known.Keys.HasAny ? known : null;

    /// <summary>Where a key may be given to it; null where its address is not known, or would carry a key in the clear.</summary>
    public ConnectedProvider? TakingKeys(string name)
    {
        if (!MayCarryKey(name)) return null;

        // Two who come at once share its line and its pool.
        lock (_connecting) return _all.GetOrAdd(name, added => Connect(Names.First(n => string.Equals(n, added, StringComparison.OrdinalIgnoreCase)), OptionsOf(added)));
    }

    /// <summary>Takes over the keys that admins keep. One that was given for another host than its provider's is not sent anywhere.</summary>
    public void Keep(IReadOnlyList<(ProviderKey Row, string Key)> keys)
    {
        foreach (var name in keys.Select(k => k.Row.Provider)) TakingKeys(name);
        foreach (var provider in _all.Values.Where(p => p.BaseUrl is not null))
        {
            var carries = MayCarryKey(provider.Name);
            provider.Keys.Keep(keys.Where(k => carries && provider.IsCalled(k.Row.Provider) && provider.Host == k.Row.Host));
        }
    }

    public void Dispose()
    {
        foreach (var line in _lines) line.Dispose();
    }

    // Whoever names an address without a key says that it needs none.
    private static bool IsConnected(string name, ProviderOptions options) =>
        options.AllKeys.Any() || options.BaseUrl is not null || (options.AllowPrivate && !WellKnownProvider.Of(name).NeedsKey);

    private bool MayCarryKey(string name)
    {
        var options = OptionsOf(name);
        return (options.BaseUrl ?? WellKnownProvider.Of(name).BaseUrl) is { } address && (options.AllowPrivate || new Uri(address).Scheme == Uri.UriSchemeHttps);
    }

    private ProviderOptions OptionsOf(string name) => _options.ByName.GetValueOrDefault(name) ?? new ProviderOptions();

    private ConnectedProvider Connect(string name, ProviderOptions options)
    {
        var (known, http, plain) = (WellKnownProvider.Of(name), ProviderHttp.Create(options.Patience, options.AllowPrivate), ProviderHttp.CreatePlain(options.Patience, options.AllowPrivate));
        _lines.Add(http);
        _lines.Add(plain);
        var (protocol, address) = (options.Protocol ?? known.Protocol, new Uri(options.BaseUrl ?? known.BaseUrl!));
        IChatProvider provider = protocol == ChatProtocol.Anthropic ? new AnthropicProvider(options, http) : new OpenAiProvider(name, options, http);
        return new(name, provider, new KeyPool(name, KeysOf(name, options), _clock), address, new ProviderProbe(ModelsAt(address, protocol), protocol, plain, options.Patience.Connect));
    }

    private static Uri ModelsAt(Uri address, ChatProtocol protocol) => new($"{address.ToString().TrimEnd('/')}/{(protocol == ChatProtocol.Anthropic ? "v1/models" : "models")}");

    // Without a key only whoever needs none is asked.
    private static List<PoolKey> KeysOf(string name, ProviderOptions options)
    {
        var keys = options.AllKeys.Select((k, i) => new PoolKey(k.Key, $"key {i + 1}", k.Weight, k.PerMinute) { Id = KeySeal.IdOf(name, k.Key) }).ToList();
        return keys.Count == 0 && IsConnected(name, options) ? [new PoolKey(null, "no key")] : keys;
    }
}
