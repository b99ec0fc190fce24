using Microsoft.Extensions.Configuration;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Looks at the configuration as it would be with other overrides than now.</summary>
public sealed class SettingPreview(IConfigurationRoot configuration, SettingOverrides overrides, IEnumerable<SettingCheck> checks)
{
    public IReadOnlyList<SettingCheck> Failing(IReadOnlyDictionary<string, string> others)
    {
        var preview = With(others);
        return checks.Where(check => check.Faults(preview).Any()).ToList();
    }

    /// <summary>As it would be if nothing were overridden.</summary>
    public IConfiguration Configured() => With(new Dictionary<string, string>(StringComparer.Ordinal));

    private IConfigurationRoot With(IReadOnlyDictionary<string, string> others)
    {
        var configured = configuration.Providers.Where(p => p != overrides).ToList();
        var values = configuration.AsEnumerable().ToDictionary(
            v => v.Key, v => overrides.TryGet(v.Key, out _) ? Find(configured, v.Key) : v.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in others) values[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values.Where(v => v.Value is not null)).Build();
    }

    private static string? Find(IEnumerable<IConfigurationProvider> providers, string key) =>
        providers.Reverse().Select(p => p.TryGet(key, out var value) ? value : null).FirstOrDefault(v => v is not null);
}
