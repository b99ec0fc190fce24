using SaaSChat.Domain;

namespace SaaSChat.Infrastructure.Data;

/// <summary>One key of the ring that signs cookies and forms, shared by all nodes.</summary>
public sealed class DataProtectionKey(string name, string xml, DateTime createdAt)
{
    public Guid Id { get; private set; } = Ids.NewId();
    public string Name { get; private set; } = name;
    public string Xml { get; private set; } = xml;
    public DateTime CreatedAt { get; private set; } = createdAt;
}
