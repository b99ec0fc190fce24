using System.Text.RegularExpressions;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>What the demo model says to a question: always the same to the same one, in the question's language.</summary>
internal sealed partial record DemoAnswer(string Thoughts, string Text)
{
    // Nobody asks for so short an answer but for a title.
    private const long Title = 64;

    private const int Rounds = 4;
    private const int QuestionLength = 80;

    public IEnumerable<AnswerPiece> Pieces =>
        Word().Matches(Thoughts).Select(AnswerPiece (m) => new AnswerPiece.Reasoning(m.Value)).Concat(Word().Matches(Text).Select(m => new AnswerPiece.Text(m.Value)));

    public static DemoAnswer To(ChatRequest request)
    {
        var asked = request.Turns.LastOrDefault(t => t.Role == ChatRole.User)?.Text ?? "";
        if (request.MaxOutput <= Title) return new("", Brief(asked, 6));

        var (wishes, texts) = (DemoWishes.In(asked), DemoTexts.For(asked));
        var thinks = request.Reasoning || wishes.Contains(DemoWish.Thinking);
        var parts = wishes.Count > 0 ? wishes.Select(wish => wish == DemoWish.Long ? Long(texts) : texts[wish.ToString()]) : [texts["Hello"]];
        return new(thinks ? Fill(texts["Thoughts"], asked) : "", Fill(string.Join("\n\n", parts), asked));
    }

    private static string Fill(string text, string asked) => text.Replace("{question}", Brief(asked, int.MaxValue), StringComparison.Ordinal);

    private static string Brief(string asked, int words)
    {
        var line = string.Join(' ', asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words));
        var brief = DemoTokens.Within(line, QuestionLength * 2);
        return brief.Length > QuestionLength ? brief[..(char.IsHighSurrogate(brief[QuestionLength - 1]) ? QuestionLength - 1 : QuestionLength)] + "…" : brief;
    }

    // The same walk through the town, some days in a row.
    private static string Long(DemoTexts texts)
    {
        var sections = texts["Long"].Split("## ", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(Enumerable.Repeat(sections, Rounds).SelectMany(s => s).Select((section, i) => $"## {i + 1}. {section.Trim()}\n\n")).TrimEnd();
    }

    [GeneratedRegex(@"\S+\s*|^\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
