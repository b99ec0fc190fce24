namespace SaaSChat.Infrastructure.Mail;

/// <summary>Stands for the mail server of an installation that sends no mail: every letter is given up at once.</summary>
internal sealed class SwitchedOffMail : IMailTransport
{
    public Task<Delivery> SendAsync(Letter letter, CancellationToken cancel) => Task.FromResult(Delivery.Refused("Mail:Enabled is false"));
}
