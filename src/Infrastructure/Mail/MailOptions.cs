namespace SaaSChat.Infrastructure.Mail;

/// <summary>Section "Mail".</summary>
public sealed class MailOptions
{
    /// <summary>
    /// False for an installation without a mail server. Letters are then written and given up at once, so nobody can confirm an
    /// address or reset a password by mail: people come in by external sign-in or are added by the operator.
    /// </summary>
    public bool Enabled { get; set; } = true;
}
