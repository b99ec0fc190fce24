namespace SaaSChat.Web.Public;

public sealed record LegalDocument(string Title, string Lead, DateOnly Version, IReadOnlyList<LegalSection> Sections);

public sealed record LegalSection(int Number, string Title, IReadOnlyList<LegalBlock> Blocks);

/// <summary>A paragraph, or a list of several.</summary>
public sealed record LegalBlock(bool IsList, IReadOnlyList<string> Lines);
