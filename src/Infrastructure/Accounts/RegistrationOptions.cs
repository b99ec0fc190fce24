using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Section "Registration": who may make an account.</summary>
public sealed class RegistrationOptions
{
    public RegistrationMode Mode { get; set; } = RegistrationMode.Open;
}
