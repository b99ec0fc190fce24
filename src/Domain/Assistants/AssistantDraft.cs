namespace SaaSChat.Domain.Assistants;

/// <summary>All that whoever makes an assistant says of it.</summary>
/// <param name="ArabicWords">Where it presents itself in both languages.</param>
/// <param name="ModelKey">Null for whichever model its person chooses.</param>
/// <param name="Temperature">In hundredths; null for the model's own.</param>
public sealed record AssistantDraft(
    AssistantWords Words, AssistantWords? ArabicWords, AssistantPicture Picture, string Instructions, string? ModelKey, int? Temperature)
{
    public const int InstructionsLength = 8_000;
    public const int HighestTemperature = 200;
}
