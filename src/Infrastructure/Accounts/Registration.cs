using Microsoft.Extensions.Options;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Who may sign up by address and password now. A site that sends no mail cannot confirm an address, so there nobody may.</summary>
public sealed class Registration(LastValid<RegistrationOptions> options, IOptions<MailOptions> mail)
{
    public RegistrationMode Mode => mail.Value.Enabled ? options.Value.Mode : RegistrationMode.Closed;
}
