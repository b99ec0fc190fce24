using System.Buffers;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Chats.Writing;

internal static class MathSigns
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\^_=+<>|");

    public static bool AreThere(string tex) => AreThere(tex.AsSpan());

    public static bool AreThere(ReadOnlySpan<char> tex) => MayBe(tex) && tex.ContainsAny(Signs);

    public static bool MayBe(string tex) => MayBe(tex.AsSpan());

    // Arabic words stand in mathematics only as \text{...}.
    public static bool MayBe(ReadOnlySpan<char> tex)
    {
        var letters = new LetterCount();
        letters.Add(tex);
        return letters.Direction != TextDirection.RightToLeft || tex.Contains("\\text", StringComparison.Ordinal);
    }
}
