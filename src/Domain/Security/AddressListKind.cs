using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Security;

/// <summary>Addresses and networks, with commas between them.</summary>
public sealed record AddressListKind : SettingKind
{
    public override string? Read(string text)
    {
        var entries = Split(text);
        return AddressRanges.Parse(entries).Ranges is null ? null : string.Join(", ", entries);
    }

    public static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
