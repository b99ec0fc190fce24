using System.Text;
using System.Text.Json;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>One conversation as LibreChat exports it: a list of messages that name the one before, or a tree in which each holds those that follow.</summary>
internal static class LibreChatFile
{
    // What a first message follows.
    private const string NoParent = "00000000-0000-0000-0000-000000000000";

    public static bool IsOne(JsonElement chat) =>
        chat.ValueKind == JsonValueKind.Object && chat.TryGetProperty("conversationId", out _) && (chat.TryGetProperty("messages", out _) || chat.TryGetProperty("messagesTree", out _));

    public static MovedChat Read(JsonElement chat, DateTime now)
    {
        var (messages, _) = ImportTree.Of(Flat(chat, now));
        var model = messages.LastOrDefault(m => m.ModelKey is not null)?.ModelKey ?? "";
        return new(
            ImportValues.Id(chat, "conversationId"), OwnFile.TitleOf(ImportValues.Text(chat, "title"), messages), model,
            messages.Min(m => m.At), messages.Max(m => m.At), IsPinned: false, IsArchived: false, [], messages.Count - 1, messages);
    }

    private static List<NamedMessage> Flat(JsonElement chat, DateTime now)
    {
        var flat = new List<NamedMessage>();
        var next = new Stack<(JsonElement Message, string? Above, DateTime At)>();
        Push(ImportValues.List(chat, chat.TryGetProperty("messagesTree", out _) ? "messagesTree" : "messages"), null, now);
        while (next.TryPop(out var one))
        {
            if (flat.Count == ImportReader.MostMessages) throw new ImportFaultException(ImportFault.TooMany);

            var named = MessageOf(one.Message, one.Above, one.At, now);
            flat.Add(named);
            Push(ImportValues.List(one.Message, "children", mustBe: false), named.Id, named.Message.At);
        }

        return flat;

        void Push(IEnumerable<JsonElement> messages, string? above, DateTime at)
        {
            foreach (var message in messages.Reverse()) next.Push((ImportValues.Object(message), above, at));
        }
    }

    // Of those that hold no time, some versions wrote none: they came no earlier than the one before.
    private static NamedMessage MessageOf(JsonElement message, string? above, DateTime before, DateTime now)
    {
        var parent = above ?? ImportValues.Text(message, "parentMessageId");
        var isQuestion = ImportValues.Flag(message, "isCreatedByUser");
        var (text, thoughts) = Words(message);
        var at = ImportValues.Time(message, "createdAt", now) ?? before;
        var state = ImportValues.Flag(message, "error") ? MessageState.Failed : ImportValues.Flag(message, "unfinished") ? MessageState.Stopped : MessageState.Complete;
        var model = ImportValues.Model(message, "model") ?? ImportValues.Model(message, "endpoint") ?? ImportValues.Model(message, "sender") ?? "unknown";
        return new(ImportValues.Id(message, "messageId"), parent is NoParent or "" ? null : parent, new(
            null, isQuestion ? ChatRole.User : ChatRole.Assistant, text, thoughts, isQuestion ? null : model, isQuestion ? MessageState.Complete : state, null, at, at));
    }

    // Newer versions keep an answer in parts.
    private static (string Text, string Thoughts) Words(JsonElement message)
    {
        var (text, thoughts) = (new StringBuilder(ImportValues.Text(message, "text")), new StringBuilder());
        if (text.Length > 0) return (text.ToString(), "");

        foreach (var part in ImportValues.List(message, "content", mustBe: false).Select(ImportValues.Object))
        {
            if (ImportValues.Text(part, "type") == "think") thoughts.Append(ImportValues.Text(part, "think"));
            else if (part.TryGetProperty("text", out var words)) text.Append(words.ValueKind == JsonValueKind.Object ? ImportValues.Text(words, "value") : ImportValues.Text(part, "text"));
            if (text.Length + thoughts.Length > ImportValues.LongestText) throw new ImportFaultException(ImportFault.TextTooLong);
        }

        return (text.ToString(), thoughts.ToString());
    }
}
