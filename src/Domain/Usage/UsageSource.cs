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

public static class UsageSources
{
    /// <summary>What somebody waits for; a title is made beside it.</summary>
    public static bool IsGeneration(this UsageSource source) => source is UsageSource.Chat or UsageSource.Api;
}
