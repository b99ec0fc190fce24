namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Section "Registration": who may make an account.</summary>
public sealed class RegistrationOptions
{
    public RegistrationMode Mode { get; set; } = RegistrationMode.Open;
}

public enum RegistrationMode
{
    Open,

    /// <summary>Only with an invitation code.</summary>
    Invitation,

    /// <summary>Nobody: the operator adds users by command.</summary>
    Closed,
}
