namespace SaaSChat.Domain.Usage;

/// <summary>A call that is to be made. The key names what it is for, such as "message:..." with its id: it opens once.</summary>
public sealed record CallOrder(string Key, Call Call, TokenEstimate Prompt, long? WantedOutput = null);
