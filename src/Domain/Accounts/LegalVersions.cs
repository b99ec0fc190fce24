namespace SaaSChat.Domain.Accounts;

/// <summary>The day each text took effect. Who accepts the terms accepts a version, so a changed text gets a new day.</summary>
public static class LegalVersions
{
    public static readonly DateOnly Terms = new(2026, 11, 21);
    public static readonly DateOnly Privacy = new(2026, 11, 21);
    public static readonly DateOnly Refunds = new(2026, 11, 21);
}
