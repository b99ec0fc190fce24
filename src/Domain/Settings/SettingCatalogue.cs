using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Security;

namespace SaaSChat.Domain.Settings;

/// <summary>Every key that may be overridden. What is not here never is: connection strings, secrets and key rings above all.</summary>
public static class SettingCatalogue
{
    public static readonly IReadOnlyList<SettingDefinition> All =
    [
        new("Accounts:AdminSecondFactor", new SwitchKind()),
        new("Answers:MaxOutput", new WholeNumberKind(256, 1_000_000)),
        new("Api:KeysPerPerson", new WholeNumberKind(1, 1000)),
        new("Features:Maintenance", new SwitchKind()),
        .. Enum.GetNames<Feature>().Select(feature => new SettingDefinition($"Features:{feature}", new RolloutKind())),
        new("Margins:DefaultPercent", new WholeNumberKind(0, 1_000)),
        new("Registration:Mode", ChoiceKind.Of<RegistrationMode>()),
        new("Retention:DeletedChats", new DurationKind(TimeSpan.FromHours(1), TimeSpan.FromDays(3650))),
        new("Retention:EndedApiKeys", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(3650))),
        new("Retention:EndedBans", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(3650))),
        new("Retention:EndedMails", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(3650))),
        new("Retention:EndedSessions", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(3650))),
        new("Retention:JobRuns", new DurationKind(TimeSpan.FromDays(2), TimeSpan.FromDays(365))),
        new("Retention:TemporaryChats", new DurationKind(TimeSpan.FromHours(1), TimeSpan.FromDays(90))),
        new("Retention:UnconfirmedAccounts", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(3650))),
        new("Retention:Visitors", new DurationKind(TimeSpan.FromDays(1), TimeSpan.FromDays(400))),
        new("SignIn:Password", new SwitchKind()),
        .. AllowanceSettings.All,
        .. SecuritySettings.All,
    ];

    // Configuration keys do not tell upper case from lower.
    private static readonly Dictionary<string, SettingDefinition> ByKey = All.ToDictionary(d => d.Key, StringComparer.OrdinalIgnoreCase);

    public static SettingDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Whether a row says what an admin could have set, in the one way it is stored.</summary>
    public static bool Allows(string key, string value) => Find(key) is { } known && known.Key == key && known.Kind.Read(value) == value;
}
