using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Models;

/// <summary>An answer as somebody heard it, to its end or until it broke off.</summary>
internal sealed record HeardAnswer(IReadOnlyList<AnswerPiece> Pieces, ChatProviderException? Fault)
{
    public string Text => string.Concat(Pieces.OfType<AnswerPiece.Text>().Select(p => p.Value));
    public string Reasoning => string.Concat(Pieces.OfType<AnswerPiece.Reasoning>().Select(p => p.Value));
    public AnswerEnd End => Assert.Single(Pieces.OfType<AnswerPiece.End>()).Why;

    /// <summary>The last report counts.</summary>
    public Quantities Usage => LastUsage ?? throw new InvalidOperationException("There is no report that can be believed.");
    public Quantities? LastUsage => Pieces.OfType<AnswerPiece.Usage>().LastOrDefault()?.Reported;

    public static async Task<HeardAnswer> OfAsync(IAsyncEnumerable<AnswerPiece> answer)
    {
        var pieces = new List<AnswerPiece>();
        try
        {
            await foreach (var piece in answer) pieces.Add(piece);
        }
        catch (ChatProviderException fault)
        {
            return new(pieces, fault);
        }

        Assert.IsType<AnswerPiece.End>(pieces[^1]);
        return new(pieces, null);
    }
}
