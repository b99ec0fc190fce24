namespace SaaSChat.Domain.Chats;

/// <summary>A title until there is a better one: how the question begins, cut between words.</summary>
public static class FirstWords
{
    private const int Enough = 60;

    public static string Of(string text)
    {
        var line = OneLine.Of(text.Length > Enough * 8 ? text[..(Enough * 8)] : text, Enough * 8);
        if (line.Length <= Enough) return line;

        var end = line.LastIndexOf(' ', Enough);
        return line[..(end > Enough / 2 ? end : WholeLetters(line, Enough))].TrimEnd() + "…";
    }

    // Never between the two halves of one sign.
    private static int WholeLetters(string line, int end) => char.IsHighSurrogate(line[end - 1]) ? end - 1 : end;
}
