namespace SaaSChat.Domain.Settings;

/// <summary>A configuration key that an admin may override, and what it may hold.</summary>
public sealed record SettingDefinition(string Key, SettingKind Kind);
