using System.Buffers;
using System.Globalization;
using System.Text;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// Text between tags and in attributes. Marks that are not seen but turn or hide what is (bidi overrides, zero widths, tags) do not get through:
/// in prose they are left out, in code they are shown by their number, since there somebody may run what they do not see.
/// </summary>
internal static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat(
        from c in Enumerable.Range(0, 0x10000).Select(c => (char)c)
        where c is '&' or '<' or '>' or '"' || (char.IsControl(c) && c is not ('\n' or '\t')) || IsHidden(c) || c is >= '\uDB40' and <= '\uDB43'
        select c));

    public static StringBuilder AppendText(this StringBuilder html, ReadOnlySpan<char> text) => Append(html, text, hiddenIsShown: false);

    public static StringBuilder AppendCode(this StringBuilder html, ReadOnlySpan<char> text) => Append(html, text, hiddenIsShown: true);

    private static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text, bool hiddenIsShown)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            html.Append(text[..at]);
            _ = Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            var hidden = IsHidden(rune.Value);
            if (hidden && hiddenIsShown) html.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            else if (!hidden) html.Append(Harmless(rune));
            text = text[(at + length)..];
        }

        return html.Append(text);
    }

    private static string Harmless(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "\uFFFD",
    };

    // By number: the category of format marks also has the visible Arabic ones and the joiners that scripts and emoji need.
    private static bool IsHidden(int rune) =>
        rune is 0x00AD or 0x180E or 0x200B or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF);
}
