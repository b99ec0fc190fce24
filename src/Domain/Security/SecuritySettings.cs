using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Security;

/// <summary>The limits that admins may change while the site runs, and the bounds within which they cannot lock everybody out.</summary>
internal static class SecuritySettings
{
    private static readonly string[] Limits = ["Address", "User", "Key", "Endpoint", "SignIn", "Account", "Letters", "AccountLetters", "Reports"];
    private static readonly WholeNumberKind Permits = new(1, 1_000_000);
    private static readonly DurationKind Window = new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    private static readonly WholeNumberKind Points = new(0, 100_000);
    private static readonly DurationKind BanTime = new(TimeSpan.FromMinutes(1), TimeSpan.FromDays(365));

    public static IEnumerable<SettingDefinition> All =>
    [
        new("RateLimits:Enabled", new SwitchKind()),
        .. Limits.SelectMany(Limit),
        new("Violations:Enabled", new SwitchKind()),
        new("Violations:RateLimited", Points),
        new("Violations:FailedSignIn", Points),
        new("Violations:FailedKey", Points),
        new("Violations:ForgedForm", Points),
        new("Violations:ForgedCall", Points),
        new("Violations:Threshold", new WholeNumberKind(1, 1_000_000)),
        new("Violations:Window", Window),
        new("Violations:BanFor", BanTime),
        new("Violations:BanForAtMost", BanTime),
        new("Violations:NeverBanned", new AddressListKind()),
    ];

    private static IEnumerable<SettingDefinition> Limit(string name) =>
        [new($"RateLimits:{name}:Permits", Permits), new($"RateLimits:{name}:Window", Window)];
}
