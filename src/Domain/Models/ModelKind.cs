namespace SaaSChat.Domain.Models;

/// <summary>What a model is asked for.</summary>
public enum ModelKind
{
    Chat,
    Image,
    Transcription,
    Speech,
}
