namespace SaaSChat.Infrastructure.Accounts;

/// <summary>How a person wants to see the site, and be written to.</summary>
public sealed record ViewPreferences(string Language, string TimeZone, string Theme, bool ArabicDigits)
{
    public static readonly ViewPreferences Default = new("en", "UTC", "auto", ArabicDigits: false);
}
