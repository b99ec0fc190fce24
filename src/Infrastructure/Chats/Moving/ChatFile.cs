using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SaaSChat.Domain.Chats.Moving;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>Conversations as our own JSON, which can be read in again.</summary>
public static class ChatFile
{
    public const string Format = "saaschat-chats";
    public const int Version = 1;

    public static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Begin(Utf8JsonWriter json, DateTime at)
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("exportedAt", at);
        json.WriteStartArray("conversations");
    }

    public static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    public static void Write(Utf8JsonWriter json, MovedChat chat)
    {
        json.WriteStartObject();
        json.WriteString("id", chat.Key);
        json.WriteString("title", chat.Title);
        json.WriteString("model", chat.ModelKey);
        json.WriteString("createdAt", chat.CreatedAt);
        json.WriteString("lastAt", chat.LastAt);
        json.WriteBoolean("pinned", chat.IsPinned);
        json.WriteBoolean("archived", chat.IsArchived);
        json.WriteStartArray("tags");
        foreach (var tag in chat.Tags) json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteString("shown", NameOf(chat.Leaf));
        json.WriteStartArray("messages");
        for (var i = 0; i < chat.Messages.Count; i++) Write(json, i, chat.Messages[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static byte[] BytesOf(IEnumerable<MovedChat> chats, DateTime at)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Readable))
        {
            Begin(json, at);
            foreach (var chat in chats) Write(json, chat);
            End(json);
        }

        return file.ToArray();
    }

    private static void Write(Utf8JsonWriter json, int place, MovedMessage message)
    {
        json.WriteStartObject();
        json.WriteString("id", NameOf(place));
        json.WriteString("parent", message.Parent is { } parent ? NameOf(parent) : null);
        json.WriteString("role", message.Role == Domain.Models.ChatRole.User ? "user" : "assistant");
        json.WriteString("text", message.Text);
        if (message.Reasoning.Length > 0) json.WriteString("reasoning", message.Reasoning);
        if (message.ModelKey is not null) json.WriteString("model", message.ModelKey);
        json.WriteString("state", message.State.ToString());
        if (message.Ending is { } ending) json.WriteString("ending", ending.ToString());
        json.WriteString("createdAt", message.At);
        if (message.DoneAt is { } done) json.WriteString("doneAt", done);
        json.WriteEndObject();
    }

    // Ids are the account's own affair: in the file a message is known by its place.
    private static string NameOf(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
