namespace SaaSChat.Infrastructure.Settings;

/// <summary>Why a setting was not changed.</summary>
public enum SettingRefusal
{
    UnknownKey,
    InvalidValue,

    /// <summary>Somebody else changed it since it was shown.</summary>
    Stale,
}
