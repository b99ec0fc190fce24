using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// The time to read a paragraph grows with the square of its brackets, stars and addresses. No paragraph needs thousands of them:
/// one that has stays plain text.
/// </summary>
internal static class Taming
{
    private const int Brackets = 1000;
    private const int Stars = 5000;
    private const int Addresses = 500;

    public static void Tame(Block block)
    {
        if (block is not LeafBlock leaf || leaf.Lines.Lines is null) return;
        var (brackets, stars, addresses) = (0, 0, 0);
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            brackets += line.Count('[');
            stars += line.Count('*') + line.Count('_') + line.Count('~');
            addresses += line.Count("://") + line.Count("www.");
        }

        if (brackets > Brackets || stars > Stars || addresses > Addresses) leaf.ProcessInlines = false;
    }
}
