using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SaaSChat.Web.Localization;

/// <summary>The time zones to choose from, by part of the world, under the names that browsers know.</summary>
public sealed class TimeZones(IStringLocalizer<Text> text, TimeProvider clock)
{
    private const string Universal = "UTC";

    private static readonly string[] Parts = ["Asia", "Africa", "Europe", "America", "Australia", "Pacific", "Indian", "Atlantic"];
    private static readonly string[] Ids = [.. TimeZoneInfo.GetSystemTimeZones().Select(IanaId).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static bool IsKnown(string? id) => id is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>First the one that is chosen now, alone, then the others.</summary>
    public IEnumerable<ZoneGroup> ToChooseFrom(string? chosen)
    {
        if (IsKnown(chosen)) yield return new ZoneGroup(text["Zones.Now"], [Of(chosen!)]);
        foreach (var part in Parts)
        {
            var zones = Ids.Where(id => id != chosen && id.StartsWith(part + "/", StringComparison.Ordinal)).Select(Of);
            yield return new ZoneGroup(text[$"Zones.Part.{part}"], [.. zones.OrderBy(z => z.Name, StringComparer.CurrentCulture)]);
        }

        if (chosen != Universal) yield return new ZoneGroup(text["Zones.Part.UTC"], [Of(Universal)]);
    }

    private Zone Of(string id)
    {
        var city = id.Split('/')[^1].Replace('_', ' ');
        var name = text[$"Zones.City.{city}"];
        return new Zone(id, text["Zones.Option", name.ResourceNotFound ? city : name.Value, Bidi.Isolate(OffsetOf(id))]);
    }

    private string OffsetOf(string id)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(clock.GetUtcNow());
        return (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }

    private static string? IanaId(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : null;
}

public sealed record ZoneGroup(string Name, IReadOnlyList<Zone> Zones);

public sealed record Zone(string Id, string Name);
