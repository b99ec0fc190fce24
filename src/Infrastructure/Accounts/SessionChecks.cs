namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Whether each session was open when it was last asked for.</summary>
public sealed class SessionChecks(TimeProvider clock) : RecentAnswers<Guid, bool>(clock);
