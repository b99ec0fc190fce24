namespace SaaSChat.Infrastructure.Api;

/// <summary>What each key, by its hash, was good for when it was last asked for. Keys that nobody has are not remembered: there is no end of them.</summary>
public sealed class ApiKeyChecks(TimeProvider clock) : RecentAnswers<string, ApiKeyAnswer>(clock);
