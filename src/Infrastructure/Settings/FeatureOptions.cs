using SaaSChat.Domain.Settings;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Section "Features": what is switched on, and for whom (<see cref="Rollout"/>). Each switch is a setting that admins may override while the site runs.</summary>
public sealed class FeatureOptions
{
    /// <summary>Only admins are served; everybody else is told to come back later.</summary>
    public bool Maintenance { get; set; }

    public string Import { get; set; } = $"{Rollout.Everybody}";
    public string Purchases { get; set; } = $"{Rollout.Everybody}";
    public string Search { get; set; } = $"{Rollout.Everybody}";
    public string Sharing { get; set; } = $"{Rollout.Everybody}";
    public string TopUp { get; set; } = $"{Rollout.Everybody}";
}
