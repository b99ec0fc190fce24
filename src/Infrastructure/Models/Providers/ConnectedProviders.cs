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

    public IEnumerable<ConnectedProvider> WithAddress => _all.Values.Where(p => p.Probe is not null);

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
        var (known, http, plain) = (WellKnownProvider.Of(name), ProviderHttp.Create(options.Patience, options.AllowPrivate), ProviderHttp.CreatePlain(options.Patience, options.AllowPrivate));
        _lines.AddRange([http, plain]);
        var (protocol, address) = (options.Protocol ?? known.Protocol, new Uri(options.BaseUrl ?? known.BaseUrl!));
        IChatProvider provider = protocol == ChatProtocol.Anthropic ? new AnthropicProvider(options, http) : new OpenAiProvider(name, options, http);
        return new(name, provider, new KeyPool(name, KeysOf(options), clock), address, new ProviderProbe(ModelsAt(address, protocol), protocol, plain, options.Patience.Connect));
    }

    private static Uri ModelsAt(Uri address, ChatProtocol protocol) => new($"{address.ToString().TrimEnd('/')}/{(protocol == ChatProtocol.Anthropic ? "v1/models" : "models")}");

    private static List<PoolKey> KeysOf(ProviderOptions options)
    {
        var keys = options.AllKeys.Select((k, i) => new PoolKey(k.Key, $"key {i + 1}", k.Weight, k.PerMinute)).ToList();
        return keys.Count > 0 ? keys : [new PoolKey(null, "no key")];
    }
}
