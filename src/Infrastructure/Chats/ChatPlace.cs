using System.Globalization;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Where one page of the list ends and the next begins, as it stands in an address.</summary>
public sealed record ChatPlace(bool IsPinned, DateTime LastAt, Guid Id)
{
    private const char Pinned = 'p';
    private const char Loose = 'l';

    public static ChatPlace? Read(string? typed)
    {
        if (typed?.Split('.') is not [[Pinned or Loose] kind, var ticks, var id]) return null;
        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks) return null;

        return Guid.TryParseExact(id, "N", out var known) ? new(kind[0] == Pinned, new DateTime(at, DateTimeKind.Utc), known) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsPinned ? Pinned : Loose)}.{LastAt.Ticks}.{Id:N}");
}
