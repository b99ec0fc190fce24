using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>This process among all that work on the database.</summary>
internal static class Node
{
    public static string Id { get; } = Name($"{Environment.MachineName}:{Environment.ProcessId}");

    private static string Name(string id) => id[^Math.Min(id.Length, CreditHold.NodeLength)..];
}
