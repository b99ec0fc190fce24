using System.Net.Mail;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>What a mail server's no means for the letter. Only the code is kept: its words quote the address.</summary>
internal static class SmtpFailure
{
    public static Delivery Of(SmtpException e) => (e, (int)e.StatusCode) switch
    {
        (SmtpFailedRecipientException, 550 or 551 or 553) when !IsPolicy(e) => Delivery.Refused($"the mail server refused the recipient ({(int)e.StatusCode})"),
        (SmtpFailedRecipientException, var code) => Delivery.Deferred($"the mail server did not take the recipient now ({code})"),
        (_, 530 or 534 or 535 or 538) => Delivery.Unavailable($"the mail server wants another Smtp:User or Smtp:Password ({(int)e.StatusCode})"),
        (_, 421 or 454) => Delivery.Unavailable($"the mail server serves nobody now ({(int)e.StatusCode})"),
        (_, > 0 and var code) => Delivery.Deferred($"the mail server did not take the letter ({code})"),
        _ => Delivery.Unavailable($"the mail server could not be used: {Cause(e)}"),
    };

    // 5.7.x is about us (our address is on a list, relaying is not allowed), which the operator can mend.
    private static bool IsPolicy(SmtpException e) => e.Message.Contains(" 5.7.", StringComparison.Ordinal);

    private static string Cause(SmtpException e) => (e.InnerException?.GetBaseException() ?? e).Message;
}
