using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>Hands letters to a mail server, each over a connection of its own.</summary>
internal sealed class SmtpTransport(IOptions<SmtpOptions> options) : IMailTransport
{
    private readonly SmtpOptions _smtp = options.Value;

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancel)
    {
        if (!MailAddress.TryCreate(letter.To, out _)) return Delivery.Refused("the address is not one");

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(_smtp.Timeout);
        using var client = Connect();
        using var message = SmtpMessage.Of(letter, new MailAddress(_smtp.From!));
        try
        {
            await client.SendMailAsync(message, timeout.Token).WaitAsync(timeout.Token);
            return Delivery.Taken;
        }
        catch (SmtpException e)
        {
            return SmtpFailure.Of(e);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Delivery.Unavailable($"the mail server did not answer within {_smtp.Timeout:c}");
        }
    }

    private SmtpClient Connect() => new(_smtp.Host, _smtp.Port)
    {
        EnableSsl = _smtp.Tls == SmtpTls.StartTls,
        Credentials = string.IsNullOrEmpty(_smtp.User) ? null : new NetworkCredential(_smtp.User, _smtp.Password),
    };
}
