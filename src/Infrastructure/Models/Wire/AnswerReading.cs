using System.Text.Json;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>Makes pieces of the events of one answer.</summary>
internal abstract class AnswerReading
{
    /// <summary>Known once the provider has said why it ended.</summary>
    public AnswerEnd? End { get; protected set; }

    /// <summary>Nothing more will come.</summary>
    public bool IsOver { get; protected set; }

    public IReadOnlyList<AnswerPiece> Read(string data)
    {
        if (data.Length == 0 || IsMark(data)) return [];
        using var document = JsonDocument.Parse(data);
        return [.. Read(document.RootElement)];
    }

    /// <summary>Whether it is a word of the protocol and not JSON.</summary>
    protected virtual bool IsMark(string data) => false;

    protected abstract IEnumerable<AnswerPiece> Read(JsonElement data);

    protected static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    protected static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Null where it is not there; what is no whole number is less than nothing, and so not believed.</summary>
    protected static long? Count(JsonElement? of, string name) =>
        of is not { } parent || Member(parent, name) is not { } value ? null : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : -1;
}
