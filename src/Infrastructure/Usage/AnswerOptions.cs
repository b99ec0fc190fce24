namespace SaaSChat.Infrastructure.Usage;

/// <summary>Section "Answers": how long they get.</summary>
public sealed class AnswerOptions
{
    /// <summary>In tokens. A model's own limit may be lower.</summary>
    public int MaxOutput { get; set; } = 4_096;
}
