namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// Headings of a text below those of the page (h1, and h2 for each message): from h3 on and without a gap, whatever level the text began with.
/// </summary>
internal sealed class HeadingLevels
{
    private const int Above = 2;
    private const int Deepest = 6;
    private readonly Stack<int> _open;

    public HeadingLevels() => _open = new Stack<int>();

    private HeadingLevels(HeadingLevels other) => _open = new Stack<int>(other._open.Reverse());

    public HeadingLevels Copy() => new(this);

    public int Shift(int level)
    {
        while (_open.TryPeek(out var open) && open >= level) _open.Pop();
        _open.Push(level);
        return Math.Min(Above + _open.Count, Deepest);
    }
}
