using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Credits;

/// <summary>What admins may change about the credits that are given away.</summary>
internal static class AllowanceSettings
{
    private static readonly WholeNumberKind Credits = new(1, 1_000_000_000_000);
    private static readonly DurationKind OneDayToTenYears = new(TimeSpan.FromDays(1), TimeSpan.FromDays(3650));

    public static IEnumerable<SettingDefinition> All =>
    [
        new("Claim:Enabled", new SwitchKind()),
        new("Claim:Amount", Credits),
        new("Claim:Every", new DurationKind(TimeSpan.FromSeconds(1), TimeSpan.FromDays(365))),
        new("Claim:ExpiresAfter", OneDayToTenYears),
        new("GuestTrial:Enabled", new SwitchKind()),
        new("GuestTrial:Renews", new SwitchKind()),
        new("GuestTrial:PerNetworkADay", new WholeNumberKind(1, 1_000_000)),
        new("Quota:CreditsPerUnit", new WholeNumberKind(0, 1_000_000)),
        new("Refill:ExpiresAfter", new DurationKind(TimeSpan.Zero, TimeSpan.FromDays(3650))),
    ];
}
