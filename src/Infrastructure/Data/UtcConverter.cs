using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Every time is UTC: any other kind is refused on the way in and marked UTC on the way out.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => Require(time), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Require(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? time : throw new ArgumentException($"A {time.Kind} time was about to be saved; only UTC is kept.", nameof(time));
}

// Identity's lockout end is a DateTimeOffset, which SQLite can neither compare nor sort; it is kept as the UTC time it means.
public sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
