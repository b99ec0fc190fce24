namespace SaaSChat.Domain.Usage;

/// <summary>Which calls are asked for; what is null is not asked about.</summary>
public sealed record UsageFilter(
    DateOnly? From = null, DateOnly? To = null, string? ModelKey = null, Guid? ConversationId = null, Guid? KeyId = null, UsageStatus? Status = null, UsageSide? Side = null)
{
    public static readonly UsageFilter All = new();
}

/// <summary>What was sent to a model, or what it wrote.</summary>
public enum UsageSide
{
    Prompt,
    Completion,
}
