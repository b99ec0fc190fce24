namespace SaaSChat.Domain.Usage;

/// <summary>How it is known what a call used.</summary>
public enum UsageStatus
{
    /// <summary>The provider said so.</summary>
    Reported,

    /// <summary>The provider said nothing that can be believed; reckoned from what was seen.</summary>
    Estimated,

    /// <summary>Somebody stopped it; reckoned from what was seen unless the provider still reported.</summary>
    Stopped,

    /// <summary>It ended in an error, and costs nothing.</summary>
    Failed,
}
