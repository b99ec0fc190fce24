namespace SaaSChat.Domain.Settings;

/// <summary>A number that grows, in the same transaction, with each change that other nodes must hear of.</summary>
public sealed class ChangeNotice(string topic, long version)
{
    public string Topic { get; private set; } = topic;
    public long Version { get; private set; } = version;
}
