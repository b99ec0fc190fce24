using System.Globalization;

namespace SaaSChat.Web.Mail;

/// <summary>What a letter says, before it is text or HTML.</summary>
internal sealed record WordedLetter
{
    public required Sentence Subject { get; init; }
    public required Sentence Greeting { get; init; }
    public required IReadOnlyList<Sentence> Paragraphs { get; init; }
    public required LetterButton? Button { get; init; }
    public required IReadOnlyList<Sentence> Notes { get; init; }
    public required Sentence Footer { get; init; }
    public required LetterLink? Unsubscribe { get; init; }
    public required string SiteName { get; init; }
    public required string SiteAddress { get; init; }
    public required CultureInfo Culture { get; init; }
}

internal sealed record LetterButton(string Label, string Address, string IfItFails);

internal sealed record LetterLink(string Label, string Address);
