namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Whose each session was when it was last asked for. Who is over has no holder.</summary>
public sealed class SessionChecks(TimeProvider clock) : RecentAnswers<Guid, SessionHolder?>(clock);

/// <summary>Whose a session is, as they call themselves now, and the account that pays for what they do.</summary>
public sealed record SessionHolder(string Name, Guid? AccountId);
