namespace SaaSChat.Domain.Mail;

/// <summary>A person wants no letters of a topic. What they would have told still stands among the notices.</summary>
public sealed class MailRefusal(Guid userId, MailTopic topic)
{
    public Guid UserId { get; private set; } = userId;
    public MailTopic Topic { get; private set; } = topic;
}
