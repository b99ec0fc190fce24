namespace SaaSChat.Domain.Admin;

/// <summary>What colleagues should know about a person, in the words of one of them.</summary>
public sealed class PersonNote(Guid id, Guid personId, Guid authorId, string text, DateTime at)
{
    public const int TextLength = 2_000;

    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;
    public Guid AuthorId { get; private set; } = authorId;
    public string Text { get; private set; } = text;
    public DateTime At { get; private set; } = at;

    public static PersonNote Write(Guid personId, Guid authorId, string text, DateTime at) => new(Ids.NewId(), personId, authorId, text, at);
}
