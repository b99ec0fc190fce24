using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Chats;

/// <summary>What a person sees before they have asked anything.</summary>
/// <param name="Assistant">The one that the chat will follow, if it is to follow one.</param>
public sealed record NewChat(Composer Composer, Assistant? Assistant, IReadOnlyList<Assistant> House)
{
    public string Address => Composer switch
    {
        { Assistant: { } named } => Guid.TryParse(named, out _) ? $"/assistants/{named}" : $"/assistants/shared/{named}",
        { IsTemporary: true } => "/chat?temporary=true",
        _ => "/chat",
    };

    /// <summary>The same page with the question in its box.</summary>
    public string With(string question) => $"{Address}{(Composer.IsTemporary ? '&' : '?')}text={Uri.EscapeDataString(question)}";
}

/// <summary>Prepares the page of a chat that is not there yet: plain, temporary, or with an assistant.</summary>
public sealed class NewChats(AppDbContext db, CurrentAsker current, ModelChoices models, OfferedAssistants house)
{
    /// <summary>An assistant that is not there, or not theirs, is left away.</summary>
    public async Task<NewChat> BeginAsync(TurnInput input, TurnProblem? problem, CancellationToken cancel)
    {
        var assistant = input.Assistant is { Length: > 0 } named ? await FindAsync(named, cancel) : null;
        var choice = await models.ForAsync(input.Model ?? assistant?.ModelKey, cancel);
        var composer = new Composer(null, choice, input.Text ?? "", problem) { Assistant = assistant is null ? null : input.Assistant, IsTemporary = input.IsTemporary };
        return new(composer, assistant, house.Now);
    }

    /// <summary>Null where there is no such assistant for them.</summary>
    public async Task<NewChat?> WithAsync(string named, string? text, CancellationToken cancel)
    {
        var begun = await BeginAsync(new TurnInput { Assistant = named, Text = text }, null, cancel);
        return begun.Assistant is null ? null : begun;
    }

    /// <summary>Whose instructions the chat follows now; null where it follows none, or its assistant is gone.</summary>
    public async Task<Assistant?> FollowedByAsync(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.AssistantId is not { } id) return null;

        return house.Now.FirstOrDefault(a => a.Id == id)
            ?? await db.Assistants.AsNoTracking().FollowedBy(conversation.UserId).SingleOrDefaultAsync(a => a.Id == id, cancel);
    }

    private Task<Assistant?> FindAsync(string named, CancellationToken cancel) =>
        db.Assistants.AsNoTracking().Named(named, current.Id ?? Guid.Empty).SingleOrDefaultAsync(cancel);
}
