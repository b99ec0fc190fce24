namespace SaaSChat.Domain.Chats;

public sealed record MessageNode(Guid Id, Guid? ParentId, int Seq);

/// <summary>How the messages of a conversation follow each other, and which others were written in the same place.</summary>
public sealed class MessageTree
{
    private readonly Dictionary<Guid, MessageNode> _nodes;
    private readonly ILookup<Guid?, MessageNode> _children;

    public MessageTree(IEnumerable<MessageNode> nodes)
    {
        _nodes = nodes.ToDictionary(n => n.Id);
        _children = _nodes.Values.OrderBy(n => n.Seq).ToLookup(n => n.ParentId);
    }

    public bool Has(Guid id) => _nodes.ContainsKey(id);

    /// <summary>From the first message to this one. A parent that is missing, or that came later, ends the way up.</summary>
    public IReadOnlyList<Guid> PathTo(Guid? leafId)
    {
        var path = new List<Guid>();
        var node = Find(leafId);
        while (node is not null)
        {
            path.Add(node.Id);
            var parent = Find(node.ParentId);
            node = parent?.Seq < node.Seq ? parent : null;
        }

        path.Reverse();
        return path;
    }

    /// <summary>Everything that follows the same message, this one included, in the order in which it came.</summary>
    public IReadOnlyList<Guid> Beside(Guid id) => [.. _children[_nodes[id].ParentId].Select(n => n.Id)];

    /// <summary>Where the branch ends that was grown last from here.</summary>
    public Guid LeafUnder(Guid id)
    {
        var node = _nodes[id];
        while (_children[node.Id].LastOrDefault(n => n.Seq > node.Seq) is { } next) node = next;
        return node.Id;
    }

    private MessageNode? Find(Guid? id) => id is { } known ? _nodes.GetValueOrDefault(known) : null;
}
