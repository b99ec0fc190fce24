using System.Text.Json;
using SaaSChat.Domain;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>The values of a stranger's JSON, each of the kind that it must be of, or refused.</summary>
internal static class ImportValues
{
    public const int LongestText = 400_000;
    private const int LongestId = 200;

    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

    public static JsonElement Object(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value : throw new ImportFaultException(ImportFault.WrongKind);

    public static IEnumerable<JsonElement> List(JsonElement of, string name, bool mustBe = true)
    {
        if (Find(of, name) is not { } list) return mustBe ? throw new ImportFaultException(ImportFault.WrongKind) : [];

        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new ImportFaultException(ImportFault.WrongKind);
    }

    /// <summary>Null where it is not there.</summary>
    public static string? Text(JsonElement of, string name, int longest = LongestText)
    {
        if (Find(of, name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) throw new ImportFaultException(ImportFault.WrongKind);

        return value.GetString() is { } text && text.Length <= longest ? text.Replace("\0", "", StringComparison.Ordinal) : throw new ImportFaultException(ImportFault.TextTooLong);
    }

    public static string Id(JsonElement of, string name) => Text(of, name, LongestId) is { Length: > 0 } id ? id : throw new ImportFaultException(ImportFault.WrongKind);

    public static string? Model(JsonElement of, string name) => OneLine.Of(Text(of, name) ?? "", ChatModel.KeyLength) is { Length: > 0 } key ? key : null;

    public static bool Flag(JsonElement of, string name) => Find(of, name) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ImportFaultException(ImportFault.WrongKind),
    };

    public static T? Word<T>(JsonElement of, string name) where T : struct, Enum
    {
        if (Text(of, name) is not { } word) return null;
        return Enum.GetNames<T>().Contains(word, StringComparer.Ordinal) ? Enum.Parse<T>(word) : throw new ImportFaultException(ImportFault.WrongKind);
    }

    public static DateTime? Time(JsonElement of, string name, DateTime now)
    {
        if (Find(of, name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTimeOffset(out var time)) throw new ImportFaultException(ImportFault.TimeImpossible);

        var utc = time.UtcDateTime;
        return utc >= Earliest && utc <= now + ClocksDiffer ? utc : throw new ImportFaultException(ImportFault.TimeImpossible);
    }

    private static JsonElement? Find(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
