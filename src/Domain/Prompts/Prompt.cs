namespace SaaSChat.Domain.Prompts;

/// <summary>A text that its person asks again and again, with places to fill in.</summary>
public sealed class Prompt : IVersioned
{
    public const int TitleLength = 100;
    public const int TextLength = 10_000;

    private Prompt()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public DateTime ChangedAt { get; private set; }

    /// <summary>What was used last stands first.</summary>
    public DateTime? UsedAt { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public IReadOnlyList<string> Variables => PromptText.VariablesOf(Text);

    public static Prompt Write(Guid userId, PromptDraft draft, DateTime at)
    {
        var written = new Prompt { Id = Ids.NewId(), UserId = userId };
        written.Rewrite(draft, at);
        return written;
    }

    public void Rewrite(PromptDraft draft, DateTime at) => (Title, Text, Tags, ChangedAt) = (draft.Title, draft.Text, draft.Tags, at);
}

public sealed record PromptDraft(string Title, string Text, IReadOnlyList<string> Tags);
