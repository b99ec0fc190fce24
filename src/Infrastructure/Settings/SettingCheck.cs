using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>A section of the configuration: what it holds, and what would be wrong with it. Settings that are each in their bounds may still contradict each other.</summary>
public sealed record SettingCheck(string Section, Func<IConfiguration, object> Read, Func<IConfiguration, IEnumerable<string>> Faults)
{
    public bool Covers(string key) => key.StartsWith(Section + ":", StringComparison.OrdinalIgnoreCase);
}

public static class SettingCheckSetup
{
    /// <summary>Overrides of this section are held to the options' own validation, so that none can stop the next start.</summary>
    public static void AddSettingCheck<T>(this IServiceCollection services, string section) where T : class, new()
    {
        services.AddSingleton(provider => new SettingCheck(section, Read,
            configuration => provider.GetServices<IValidateOptions<T>>().SelectMany(v => v.Validate(Options.DefaultName, Read(configuration)).Failures ?? [])));

        T Read(IConfiguration configuration) => configuration.GetSection(section).Get<T>() ?? new T();
    }
}
