namespace SaaSChat.Domain.Accounts;

/// <summary>Who may make an account.</summary>
public enum RegistrationMode
{
    Open,

    /// <summary>Only with an invitation code.</summary>
    Invitation,

    /// <summary>Nobody: the operator adds users by command.</summary>
    Closed,
}
