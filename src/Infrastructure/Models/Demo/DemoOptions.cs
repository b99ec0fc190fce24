namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>Section "Providers:Demo".</summary>
public sealed class DemoOptions
{
    /// <summary>How long the demo model takes for each word.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(15);
}
