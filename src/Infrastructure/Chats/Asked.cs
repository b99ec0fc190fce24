using System.Diagnostics.CodeAnalysis;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>What is asked, of whom, and where in the conversation it stands.</summary>
/// <param name="ConversationId">Null for the first question of a new one.</param>
/// <param name="ClientId">Made by the page: however often a form is sent, it asks once.</param>
/// <param name="ModelKey">Null for the model that the conversation had last.</param>
/// <param name="Target">The question that is put differently, or the answer that is asked again or gone on from; null for whatever comes last.</param>
/// <param name="Text">Null where nothing new is said.</param>
/// <param name="Assistant">The id or the link of the one that a new conversation follows.</param>
/// <param name="IsTemporary">A new conversation goes by itself after a while.</param>
public sealed record Turn(
    TurnKind Kind, Guid? ConversationId, Guid ClientId, string? ModelKey, Guid? Target = null, string? Text = null, string? Assistant = null, bool IsTemporary = false);

public enum TurnKind
{
    /// <summary>Said after all that was said.</summary>
    Say,

    /// <summary>A question put differently, beside the old one.</summary>
    Edit,

    /// <summary>Another answer to the same question, beside the old one.</summary>
    Again,

    /// <summary>An answer that was cut goes on.</summary>
    GoOn,
}

/// <summary>The conversation and the answer that is being written in it, or why nothing was saved.</summary>
public sealed record Asked(Guid ConversationId, Guid? QuestionId, Guid? AnswerId, AskRefusal? Why, CallRefusal? Call)
{
    [MemberNotNullWhen(true, nameof(AnswerId))]
    public bool IsAnswered => AnswerId is not null;

    public static Asked Answered(Guid conversationId, Guid? questionId, Guid answerId) => new(conversationId, questionId, answerId, null, null);

    public static Asked Refused(AskRefusal why) => new(default, null, null, why, null);

    public static Asked Refused(CallRefusal call) => new(default, null, null, AskRefusal.Call, call);
}

public enum AskRefusal
{
    /// <summary>No such conversation or message of theirs.</summary>
    NotFound,

    /// <summary>The assistant is gone, or is not shared with them.</summary>
    NoSuchAssistant,

    /// <summary>The last answer is still being written.</summary>
    StillAnswering,

    /// <summary>The model is there but no key for it.</summary>
    NotConnected,

    /// <summary>What it would cost, or a limit: see the call's own refusal.</summary>
    Call,
}
