using System.Text;

namespace SaaSChat.Domain.Chats;

/// <summary>The letters of a text by the way they are written; when they are as many, the first one decides.</summary>
public struct LetterCount
{
    private int _left;
    private int _right;
    private bool _startsRight;

    public readonly string? Direction => (_left, _right) switch
    {
        (0, 0) => null,
        _ when _left == _right => _startsRight ? TextDirection.RightToLeft : TextDirection.LeftToRight,
        _ => _right > _left ? TextDirection.RightToLeft : TextDirection.LeftToRight,
    };

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            var right = IsRightToLeft(rune.Value);
            if (_left + _right == 0) _startsRight = right;
            if (right) _right++;
            else _left++;
        }
    }

    public void Add(LetterCount other)
    {
        if (_left + _right == 0) _startsRight = other._startsRight;
        _left += other._left;
        _right += other._right;
    }

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours; the forms of presentation; the planes' right-to-left ranges.
    private static bool IsRightToLeft(int letter) =>
        letter is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
