using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>What would be wrong with a section of a configuration: settings that are each in their bounds may still contradict each other.</summary>
public sealed record SettingCheck(string Section, Func<IConfiguration, IEnumerable<string>> Faults)
{
    public bool Covers(string key) => key.StartsWith(Section + ":", StringComparison.OrdinalIgnoreCase);
}

public static class SettingCheckSetup
{
    /// <summary>Overrides of this section are held to the options' own validation, so that none can stop the next start.</summary>
    public static void AddSettingCheck<T>(this IServiceCollection services, string section) where T : class, new() =>
        services.AddSingleton(provider => new SettingCheck(section, configuration =>
        {
            var options = configuration.GetSection(section).Get<T>() ?? new T();
            return provider.GetServices<IValidateOptions<T>>().SelectMany(v => v.Validate(Options.DefaultName, options).Failures ?? []);
        }));
}
