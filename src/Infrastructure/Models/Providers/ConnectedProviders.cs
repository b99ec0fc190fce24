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
    private readonly Dictionary<string, ConnectedProvider> _all = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HttpClient> _lines = [];

    public ConnectedProviders(ProvidersOptions options, TimeProvider clock)
    {
        _all[DemoProvider.Name] = new(DemoProvider.Name, new DemoProvider(options.Demo), new KeyPool(DemoProvider.Name, [new PoolKey(null, "no key")], clock), null);
        foreach (var (name, provider) in options.ByName)
        {
            if (IsConnected(name, provider)) _all[name] = Connect(name, provider, clock);
        }
    }

    public ConnectedProvider? Find(string name) => _all.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var line in _lines) line.Dispose();
    }

    // Whoever names an address without a key says that it needs none.
    private static bool IsConnected(string name, ProviderOptions options) =>
        options.AllKeys.Any() || options.BaseUrl is not null || (options.AllowPrivate && !WellKnownProvider.Of(name).NeedsKey);

    private ConnectedProvider Connect(string name, ProviderOptions options, TimeProvider clock)
    {
        var (known, http) = (WellKnownProvider.Of(name), ProviderHttp.Create(options.Patience, options.AllowPrivate));
        _lines.Add(http);
        IChatProvider provider = (options.Protocol ?? known.Protocol) == ChatProtocol.Anthropic ? new AnthropicProvider(options, http) : new OpenAiProvider(name, options, http);
        return new(name, provider, new KeyPool(name, KeysOf(options), clock), new Uri(options.BaseUrl ?? known.BaseUrl!));
    }

    private static List<PoolKey> KeysOf(ProviderOptions options)
    {
        var keys = options.AllKeys.Select((k, i) => new PoolKey(k.Key, $"key {i + 1}", k.Weight, k.PerMinute)).ToList();
        return keys.Count > 0 ? keys : [new PoolKey(null, "no key")];
    }
}
