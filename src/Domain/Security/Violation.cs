namespace SaaSChat.Domain.Security;

/// <summary>What honest visitors do seldom and attackers do often.</summary>
public enum Violation
{
    RateLimited,
    FailedSignIn,
    FailedKey,
    ForgedForm,
    ForgedCall,
}
