namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Section "Accounts".</summary>
public sealed class AccountOptions
{
    /// <summary>The administration opens only to admins who came in with two factors. Off in Development, where the seeded admin has a password that everybody knows.</summary>
    public bool AdminSecondFactor { get; set; } = true;
}
