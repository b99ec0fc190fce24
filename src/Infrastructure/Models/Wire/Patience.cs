namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>How long a provider is waited for.</summary>
public sealed class Patience
{
    /// <summary>For the connection.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For the first word, or for any sign of life before it: whoever asks has credits set aside meanwhile.</summary>
    public TimeSpan First { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>For the first word of a model that thinks, as long as it gives signs of life.</summary>
    public TimeSpan Thinking { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>From then on, for each further line.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>For all of it.</summary>
    public TimeSpan Whole { get; set; } = TimeSpan.FromMinutes(30);
}
