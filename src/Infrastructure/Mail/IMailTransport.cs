namespace SaaSChat.Infrastructure.Mail;

/// <summary>
/// Hands a letter to the other side. Ends within a time of its own, shorter than the outbox's lease, and never throws for what the other
/// side says or fails to say: that is the answer, whose reason names neither address nor content. The same letter may be handed over
/// twice, under the same message id. Never called inside a transaction.
/// </summary>
public interface IMailTransport
{
    Task<Delivery> SendAsync(Letter letter, CancellationToken cancel);
}
