namespace SaaSChat.Infrastructure.Settings;

/// <summary>Section "Features": what is switched on. Each switch is a setting that admins may override while the site runs.</summary>
public sealed class FeatureOptions
{
    /// <summary>Only admins are served; everybody else is told to come back later.</summary>
    public bool Maintenance { get; set; }
}
