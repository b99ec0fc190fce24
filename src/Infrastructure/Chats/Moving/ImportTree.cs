using SaaSChat.Domain.Chats.Moving;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>A message as a file names it, with the one that it follows by name too.</summary>
internal sealed record NamedMessage(string Id, string? Parent, MovedMessage Message);

/// <summary>Puts messages in an order in which each comes after the one that it follows. A file in which there is no such order is refused.</summary>
internal static class ImportTree
{
    public static (IReadOnlyList<MovedMessage> Messages, IReadOnlyDictionary<string, int> Places) Of(IReadOnlyList<NamedMessage> named)
    {
        if (named.Count == 0) throw new ImportFaultException(ImportFault.Nothing);

        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (!named.All(m => ids.Add(m.Id))) throw new ImportFaultException(ImportFault.SameIdTwice);
        if (named.Any(m => m.Parent is not null && !ids.Contains(m.Parent))) throw new ImportFaultException(ImportFault.MissingParent);

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var messages = new List<MovedMessage>(named.Count);
        foreach (var (id, parent, message) in InOrder(named))
        {
            places[id] = messages.Count;
            messages.Add(message with { Parent = parent is null ? null : places[parent] });
        }

        return messages.Count == named.Count ? (messages, places) : throw new ImportFaultException(ImportFault.Circle);
    }

    // As they stand in the file, where that is such an order; what goes round in a circle is reached from no first message.
    private static IEnumerable<NamedMessage> InOrder(IReadOnlyList<NamedMessage> named)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (named.All(m => seen.Add(m.Id) && (m.Parent is null || (m.Parent != m.Id && seen.Contains(m.Parent))))) return named;

        var after = named.Where(m => m.Parent is not null).ToLookup(m => m.Parent!, StringComparer.Ordinal);
        var ordered = new List<NamedMessage>(named.Count);
        var next = new Queue<NamedMessage>(named.Where(m => m.Parent is null));
        while (next.TryDequeue(out var message))
        {
            ordered.Add(message);
            foreach (var follower in after[message.Id]) next.Enqueue(follower);
        }

        return ordered;
    }
}
