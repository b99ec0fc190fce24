using Microsoft.Extensions.Configuration;
using SaaSChat.Infrastructure.Models.Demo;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>Section "Providers", read once when the program starts: each provider by its name, and two names that are none.</summary>
public sealed class ProvidersOptions
{
    private const string DemoName = DemoProvider.Name;
    private const string FallbacksName = "Fallbacks";

    public DemoOptions Demo { get; private init; } = new();

    /// <summary>Which models may answer in a model's place, in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fallbacks { get; private init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, ProviderOptions> ByName { get; private init; } = new Dictionary<string, ProviderOptions>(StringComparer.OrdinalIgnoreCase);

    public static ProvidersOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Providers");
        var options = new ProvidersOptions
        {
            Demo = section.GetSection(DemoName).Get<DemoOptions>() ?? new DemoOptions(),
            Fallbacks = section.GetSection(FallbacksName).GetChildren()
                .ToDictionary(c => c.Key, c => configuration.ReadList(c.Path), StringComparer.OrdinalIgnoreCase),
            ByName = section.GetChildren().Where(c => !IsReserved(c.Key))
                .ToDictionary(c => c.Key, c => c.Get<ProviderOptions>() ?? new ProviderOptions(), StringComparer.OrdinalIgnoreCase),
        };
        return options.Faults().FirstOrDefault() is { } fault ? throw new StartUpRefusedException(fault) : options;
    }

    private static bool IsReserved(string name) =>
        name.Equals(DemoName, StringComparison.OrdinalIgnoreCase) || name.Equals(FallbacksName, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Faults()
    {
        if (Demo.Delay < TimeSpan.Zero || Demo.Delay > TimeSpan.FromSeconds(1)) yield return "Providers:Demo:Delay must lie between 00:00:00 and 00:00:01.";
        foreach (var (model, chain) in Fallbacks)
        {
            if (chain.Count == 0 || chain.Contains(model, StringComparer.OrdinalIgnoreCase))
                yield return $"Providers:Fallbacks:{model} names no other model; list the keys of those that may answer in its place.";
        }

        foreach (var fault in ByName.SelectMany(p => ProviderFaults.In(p.Key, p.Value))) yield return fault;
    }
}
