namespace SaaSChat.Domain.Chats;

/// <summary>Why an answer ends where it ends.</summary>
public enum AnswerEnding
{
    Finished,

    /// <summary>As long as one answer may get; it can be continued.</summary>
    Length,
    Filtered,
    StoppedByPerson,
    OutOfCredits,
    OverLimit,
    ProviderFailed,

    /// <summary>The model is gone, or no longer sold or in the plan.</summary>
    ModelGone,

    /// <summary>The server that wrote it went away.</summary>
    NodeLost,
}
