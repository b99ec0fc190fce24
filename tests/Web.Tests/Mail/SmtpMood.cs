namespace SaaSChat.Web.Tests.Mail;

/// <summary>How a mail server treats whoever comes.</summary>
public enum SmtpMood
{
    Takes,
    RefusesRecipient,
    RefusesUs,
    IsBusy,
    DropsTheLine,
    SaysNothing,
    OffersNoTls,
    WantsAnotherPassword,
}
