namespace SaaSChat.Domain.Settings;

/// <summary>A configuration key that an admin has overridden; without a row the configuration's own value holds.</summary>
public sealed class Setting(string key, string value, DateTime changedAt) : IVersioned
{
    public string Key { get; private set; } = key;
    public string Value { get; private set; } = value;
    public DateTime ChangedAt { get; private set; } = changedAt;
    public byte[] RowVersion { get; private set; } = [];

    public void Change(string value, DateTime at) => (Value, ChangedAt) = (value, at);
}
