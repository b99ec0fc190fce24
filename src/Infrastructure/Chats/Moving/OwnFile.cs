using System.Text.Json;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>One conversation of our own JSON, as <see cref="ChatFile"/> writes it.</summary>
internal static class OwnFile
{
    private const int MostTags = 50;
    private const string Unknown = "unknown";

    public static MovedChat Read(JsonElement chat, DateTime now)
    {
        ImportValues.Object(chat);
        var created = ImportValues.Time(chat, "createdAt", now) ?? now;
        var (messages, places) = ImportTree.Of([.. ImportValues.List(chat, "messages").Select(m => MessageOf(ImportValues.Object(m), created, now))]);
        var leaf = ImportValues.Text(chat, "shown") is { } shown ? places.TryGetValue(shown, out var place) ? place : throw new ImportFaultException(ImportFault.MissingParent) : messages.Count - 1;
        var tags = ImportValues.List(chat, "tags", mustBe: false).Take(MostTags).Select(t => t.ValueKind == JsonValueKind.String ? Tag.Clean(t.GetString()) : throw new ImportFaultException(ImportFault.WrongKind));
        return new(
            ImportValues.Id(chat, "id"), TitleOf(ImportValues.Text(chat, "title"), messages), ImportValues.Model(chat, "model") ?? "",
            created, ImportValues.Time(chat, "lastAt", now) ?? created, ImportValues.Flag(chat, "pinned"), ImportValues.Flag(chat, "archived"),
            [.. tags.OfType<string>().Distinct(StringComparer.Ordinal)], leaf, messages);
    }

    public static string TitleOf(string? title, IReadOnlyList<MovedMessage> messages) =>
        OneLine.Of(title ?? "", Conversation.TitleLength) is { Length: > 0 } clean ? clean : FirstWords.Of(messages[0].Text);

    private static NamedMessage MessageOf(JsonElement message, DateTime created, DateTime now)
    {
        var role = ImportValues.Text(message, "role") switch
        {
            "user" => ChatRole.User,
            "assistant" => ChatRole.Assistant,
            _ => throw new ImportFaultException(ImportFault.WrongKind),
        };
        var state = ImportValues.Word<MessageState>(message, "state") ?? MessageState.Complete;
        if (state.IsRunning()) throw new ImportFaultException(ImportFault.WrongKind);

        var at = ImportValues.Time(message, "createdAt", now) ?? created;
        return new(ImportValues.Id(message, "id"), ImportValues.Text(message, "parent"), new(
            null, role, ImportValues.Text(message, "text") ?? throw new ImportFaultException(ImportFault.WrongKind), ImportValues.Text(message, "reasoning") ?? "",
            role == ChatRole.User ? null : ImportValues.Model(message, "model") ?? Unknown, state, ImportValues.Word<AnswerEnding>(message, "ending"), at, ImportValues.Time(message, "doneAt", now)));
    }
}
