using System.ComponentModel;
using System.Globalization;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

/// <summary>A selection of calls as an address carries it.</summary>
public sealed class UsageQuery
{
    [Description("The first day, as YYYY-MM-DD in the person's own days.")]
    public string? From { get; set; }

    [Description("The last day, counted in.")]
    public string? To { get; set; }

    [Description("Only calls to this model, by its key.")]
    public string? Model { get; set; }

    [Description("Only calls of this conversation, by its id.")]
    public string? Conversation { get; set; }

    [Description("Only calls by this API key, by its id.")]
    public string? Key { get; set; }

    [Description("Only calls of which it is known in this way: reported, estimated, stopped or failed.")]
    public string? Status { get; set; }

    [Description("prompt or completion: only calls that have tokens of this side.")]
    public string? TokenType { get; set; }

    public bool IsEmpty => ToRoute().Count == 0;

    /// <summary>Null when it cannot be read, or ends before it begins.</summary>
    public UsageFilter? Read()
    {
        if (!TypedDays.TryRead(From, out var from) || !TypedDays.TryRead(To, out var to) || from > to) return null;
        if (Model?.Length > ChatModel.KeyLength) return null;
        if (!TryId(Conversation, out var conversation) || !TryId(Key, out var key) || !TryName<UsageStatus>(Status, out var status) || !TryName<UsageSide>(TokenType, out var side)) return null;
        return new(from, to, string.IsNullOrEmpty(Model) ? null : Model, conversation, key, status, side);
    }

    /// <summary>Only what says something.</summary>
    public IDictionary<string, string> ToRoute() => new (string Name, string? Value)[]
    {
        ("from", From), ("to", To), ("model", Model), ("conversation", Conversation), ("key", Key), ("status", Status), ("tokenType", TokenType),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value!, StringComparer.Ordinal);

    /// <summary>The number of a record, after which the next page begins.</summary>
    public static bool TryPlace(string? typed, out long? seq)
    {
        seq = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : null;
        return string.IsNullOrEmpty(typed) || seq is not null;
    }

    /// <summary>A name of ours as addresses carry it.</summary>
    public static string Word(Enum name) => $"{name}".ToLowerInvariant();

    private static bool TryId(string? typed, out Guid? id)
    {
        id = Guid.TryParseExact(typed, "D", out var read) ? read : null;
        return string.IsNullOrEmpty(typed) || id is not null;
    }

    internal static bool TryName<T>(string? typed, out T? name) where T : struct, Enum
    {
        name = Enum.GetValues<T>().Where(value => Word(value) == typed).Select(value => (T?)value).FirstOrDefault();
        return string.IsNullOrEmpty(typed) || name is not null;
    }
}
