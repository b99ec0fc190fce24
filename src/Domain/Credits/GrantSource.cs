namespace SaaSChat.Domain.Credits;

/// <summary>Where credits came from.</summary>
public enum GrantSource
{
    Plan,
    Purchase,
    Claim,
    Refill,
    Promo,
    Admin,
    Trial,
}
