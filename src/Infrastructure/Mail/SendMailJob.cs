using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>Sends one letter now. What goes wrong is on the letter's own row, and the sweep tries again.</summary>
public sealed class SendMailJob(OutgoingMail outgoing) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel) => outgoing.SendAsync(args, cancel);
}
