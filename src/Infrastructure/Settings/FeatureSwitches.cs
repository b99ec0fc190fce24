using SaaSChat.Domain.Settings;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Whether something is on for somebody, as it is set now.</summary>
public sealed class FeatureSwitches(LastValid<FeatureOptions> options)
{
    private Parsed _now = new(null, new Dictionary<Feature, Rollout>());

    /// <param name="feature">Which.</param>
    /// <param name="person">Null for whoever has no account.</param>
    public bool IsOn(Feature feature, Guid? person) => Now().Rollouts[feature].Covers(feature, person);

    // Read once for each change: it is asked on every page.
    private Parsed Now()
    {
        var (now, given) = (_now, options.Value);
        return ReferenceEquals(now.Options, given) ? now : _now = new Parsed(given, new Dictionary<Feature, Rollout>
        {
            [Feature.Import] = Of(given.Import),
            [Feature.Purchases] = Of(given.Purchases),
            [Feature.Search] = Of(given.Search),
            [Feature.Sharing] = Of(given.Sharing),
            [Feature.TopUp] = Of(given.TopUp),
        });
    }

    private static Rollout Of(string text) => Rollout.Read(text) ?? throw new InvalidOperationException("A feature's switch was not checked.");

    private sealed record Parsed(FeatureOptions? Options, IReadOnlyDictionary<Feature, Rollout> Rollouts);
}
