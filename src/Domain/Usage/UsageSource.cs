namespace SaaSChat.Domain.Usage;

/// <summary>What a provider was asked for.</summary>
public enum UsageSource
{
    Chat,
    Title,
    Api,
    Image,
    Voice,
}
