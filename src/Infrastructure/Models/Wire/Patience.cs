namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>How long a provider is waited for.</summary>
public sealed class Patience
{
    /// <summary>For the connection.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For the first word: a model that reasons may be silent for a while.</summary>
    public TimeSpan First { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>From then on, for each further line.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>For all of it.</summary>
    public TimeSpan Whole { get; set; } = TimeSpan.FromMinutes(30);
}
