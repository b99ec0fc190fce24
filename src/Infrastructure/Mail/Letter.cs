using SaaSChat.Domain.Mail;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>A letter in its reader's language, ready to be sent. The message id stays the same however often it is sent.</summary>
public sealed record Letter(Guid MessageId, string To, string Language, string Subject, string Text, string Html)
{
    /// <summary>Where a mail program says, without asking anybody, that its reader wants no more of the kind; null where the kind always comes.</summary>
    public string? Unsubscribe { get; init; }
}

/// <summary>Finds the words for a letter, in its reader's language whatever the thread speaks.</summary>
public delegate Letter WordLetter(OutboxMail mail);
