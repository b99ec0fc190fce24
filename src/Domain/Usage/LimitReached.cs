namespace SaaSChat.Domain.Usage;

/// <summary>Which limit is in the way, by which numbers, and when its period ends. Tokens, or picodollars.</summary>
public sealed record LimitReached(LimitKind Kind, long Limit, long Used, long Held, long Needed, DateTime ResetsAt);
