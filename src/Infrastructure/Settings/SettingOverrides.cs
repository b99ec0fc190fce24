using Microsoft.Extensions.Configuration;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>The last source of the configuration: what admins have overridden. Empty until the database has been read.</summary>
public sealed class SettingOverrides : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Replace(IReadOnlyDictionary<string, string> overrides)
    {
        if (overrides.Count == Data.Count && overrides.All(o => Data.TryGetValue(o.Key, out var now) && now == o.Value)) return;

        Data = overrides.ToDictionary(o => o.Key, string? (o) => o.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
