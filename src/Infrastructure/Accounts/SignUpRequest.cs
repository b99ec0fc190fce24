namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What somebody wrote to get an account; the terms have been accepted with it.</summary>
public sealed record SignUpRequest(string Email, string Password, string Name, ViewPreferences Preferences, string? InvitationCode);

/// <summary>Why nobody was signed up. That the address has an account already is never a reason.</summary>
public enum SignUpRefusal
{
    Closed,
    Invitation,
    Address,
}
