using SaaSChat.Domain.Mail;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>A letter in its reader's language, ready to be sent. The message id stays the same however often it is sent.</summary>
public sealed record Letter(Guid MessageId, string To, string Language, string Subject, string Text, string Html);

/// <summary>Finds the words for a letter, in its reader's language whatever the thread speaks.</summary>
public delegate Letter WordLetter(OutboxMail mail);
