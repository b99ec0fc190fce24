using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Chats.Moving;

/// <summary>A conversation without the account that it was in: as it comes out of one, or goes into another.</summary>
/// <param name="Key">What it was known by where it comes from.</param>
/// <param name="Leaf">The last message of the branch that is shown, by its place in the list.</param>
/// <param name="Messages">Each after the one that it follows.</param>
public sealed record MovedChat(
    string Key, string Title, string ModelKey, DateTime CreatedAt, DateTime LastAt, bool IsPinned, bool IsArchived,
    IReadOnlyList<string> Tags, int Leaf, IReadOnlyList<MovedMessage> Messages);

/// <param name="Parent">The place in the list of the message that it follows; null for a first one.</param>
public sealed record MovedMessage(
    int? Parent, ChatRole Role, string Text, string Reasoning, string? ModelKey, MessageState State, AnswerEnding? Ending, DateTime At, DateTime? DoneAt);
