using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Tells a person, by a letter that leaves with the change, and the log of what now protects their account differently.</summary>
public sealed class SecurityLetters(Outbox outbox, ILogger<SecurityLetters> log)
{
    public const string Settings = "/account/security";

    public void Tell(AppUser user, MailKind change)
    {
        outbox.Write(change, user.Email!, user.Language, new MailArguments { Name = user.Name, Path = Settings });
        log.LogInformation("Account {User}: {Change}", user.Id, change);
    }
}
