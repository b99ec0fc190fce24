namespace SaaSChat.Infrastructure.Admin;

/// <summary>What became of something that an admin wanted done about a person.</summary>
public enum ActOutcome
{
    Done,

    /// <summary>It was no longer as they had seen it.</summary>
    Stale,

    /// <summary>A site that nobody runs could be run by nobody ever after.</summary>
    LastAdmin,

    /// <summary>The balance would be below nothing, or more than an account holds, or what is missing is set aside for an answer.</summary>
    OutOfReach,

    /// <summary>They pay for a plan, or are about to.</summary>
    Subscribed,

    /// <summary>The gateway could not be told to charge nothing more.</summary>
    MoneyUnsettled,
}
