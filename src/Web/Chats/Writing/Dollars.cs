namespace SaaSChat.Web.Chats.Writing;

/// <summary>Tells the mathematics between two dollar signs from two prices.</summary>
internal static class Dollars
{
    public static ReadOnlySpan<char> Between(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || char.IsWhiteSpace(text[1])) return [];
        for (var at = 2; at < text.Length; at++)
        {
            var next = text[at..].IndexOf('$');
            if (next < 0) return [];
            at += next;
            if (text[at - 1] == '\\') continue;

            // The first dollar sign that could be the end decides: looking further would find prices two sentences on.
            var after = at + 1 < text.Length ? text[at + 1] : ' ';
            var tex = text[1..at];
            return !char.IsWhiteSpace(text[at - 1]) && after != '$' && !char.IsLetterOrDigit(after) && IsMath(tex) ? tex : [];
        }

        return [];
    }

    private static bool IsMath(ReadOnlySpan<char> tex)
    {
        if (!MathSigns.MayBe(tex)) return false;

        // "$5, or 10$": a figure first and words after it, with nothing that is calculated.
        return !char.IsDigit(tex[0]) || !tex.ContainsAny(" \n") || MathSigns.AreThere(tex);
    }
}
