namespace SaaSChat.Domain.Models;

/// <summary>What a model takes and gives besides text.</summary>
[Flags]
public enum Modalities
{
    TextOnly = 0,
    ImageInput = 1,
    ImageOutput = 2,
    AudioInput = 4,
    AudioOutput = 8,
}
