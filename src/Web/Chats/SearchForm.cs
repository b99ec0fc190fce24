using System.Globalization;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Chats.Search;

namespace SaaSChat.Web.Chats;

/// <summary>What is asked for in the address of a search: days as the person counts them, the last one counted in.</summary>
public sealed record SearchForm(string Phrase, DateOnly? From, DateOnly? To, string? Model, long? Before)
{
    private const string IsoDay = "yyyy-MM-dd";

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    public static readonly SearchForm Nothing = new("", null, null, null, null);

    /// <summary>Null when its days cannot be read, or end before they begin.</summary>
    public static SearchForm? Read(string? phrase, string? from, string? to, string? model, long? before)
    {
        if (!TryDay(from, out var first) || !TryDay(to, out var last) || first > last) return null;

        return new(phrase ?? "", first, last, model is { Length: > 0 and <= ChatModel.KeyLength } ? model : null, before);
    }

    /// <summary>Null where there is nothing to look for.</summary>
    public SearchQuery? QueryIn(TimeZoneInfo zone) => SearchPhrase.Read(Phrase) is { } phrase
        ? new(phrase, From is { } first ? LocalDays.StartOf(first, zone) : null, To is { } last ? LocalDays.StartOf(last.AddDays(1), zone) : null, Model, Before)
        : null;

    public IDictionary<string, string> ToRoute() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["q"] = Phrase,
        ["from"] = From?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "",
        ["to"] = To?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "",
        ["model"] = Model ?? "",
    };

    private static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(typed)) return true;
        if (!DateOnly.TryParseExact(typed, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read < Earliest || read > Latest) return false;

        day = read;
        return true;
    }
}

/// <summary>What was found, as it is shown on the page and in the dialog.</summary>
public sealed record SearchHits(SearchPhrase? Phrase, SearchPage Page)
{
    public static readonly SearchHits None = new(null, SearchPage.Nothing);

    /// <summary>By conversation, in the order in which they were found.</summary>
    public IEnumerable<IGrouping<Guid, MessageHit>> Chats => Page.Messages.GroupBy(h => h.ConversationId);

    public int Count => Page.Titles.Count + Page.Messages.Count;
}
