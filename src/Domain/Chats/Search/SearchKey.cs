using System.Globalization;
using System.Text;

namespace SaaSChat.Domain.Chats.Search;

/// <summary>
/// A text as it is compared: without the marks, the stretching and the letters' variants that people write now one way, now the other.
/// Each of its characters knows where in the text it came from, so that what is found can be shown in the original.
/// </summary>
public sealed class SearchKey
{
    private const int Tatweel = 0x0640;

    private readonly StringBuilder _key = new();
    private readonly List<int> _from = [];

    private SearchKey(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAscii(text[at])) Add(char.ToLowerInvariant(text[at]), at++);
            else at += Fold(text, at);
        }

        _from.Add(text.Length);
        Text = _key.ToString();
    }

    public string Text { get; }

    public static SearchKey Of(string text) => new(text);

    /// <summary>Where in the original text this part of the key stands, with the marks that belong to it.</summary>
    public (int Start, int End) Original(int start, int end) => (_from[start], Math.Max(_from[end], _from[start] + 1));

    private int Fold(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);

        // What a lone character decomposes into does not depend on its neighbours.
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        foreach (var part in parts.EnumerateRunes())
        {
            if (!IsDropped(part)) Add(Plain(part), at);
        }

        return length;
    }

    private void Add(Rune rune, int at)
    {
        Span<char> chars = stackalloc char[2];
        foreach (var c in chars[..rune.EncodeToUtf16(chars)]) Add(c, at);
    }

    private void Add(char c, int at)
    {
        _key.Append(c);
        _from.Add(at);
    }

    private static bool IsDropped(Rune rune) => rune.Value == Tatweel || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        'ٱ' => new('ا'),
        'ى' or 'ی' or 'ې' => new('ي'),
        'ة' or 'ہ' or 'ە' or 'ھ' => new('ه'),
        'ک' => new('ك'),
        _ when Rune.IsDigit(rune) => new((char)('0' + (int)Rune.GetNumericValue(rune))),
        _ => Rune.ToLowerInvariant(rune),
    };
}
