namespace SaaSChat.Domain.Chats;

/// <summary>What a model is told before anything is said: by the assistant first, then by the person. Null where there is nothing to tell.</summary>
public static class Instructions
{
    public static string? Of(string? assistant, OwnInstructions? own)
    {
        var person = own is { IsOn: true } ? own : null;
        var parts = new[]
        {
            assistant,
            Under("About the person you talk to:", person?.About),
            Under("How they want to be answered:", person?.Answers),
        };
        var told = string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return told.Length > 0 ? told : null;
    }

    private static string? Under(string heading, string? text) => string.IsNullOrWhiteSpace(text) ? null : $"{heading}\n{text}";
}
