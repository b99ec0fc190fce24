using SaaSChat.Domain.Admin;

namespace SaaSChat.Infrastructure.Admin;

public static class AuditQueries
{
    public static IQueryable<AuditEntry> Of(this IQueryable<AuditEntry> entries, AuditAction? action) =>
        action is { } known ? entries.Where(e => e.Action == known) : entries;

    /// <summary>The page that follows the entry with this number; the newest page without one.</summary>
    public static IQueryable<AuditEntry> NewestBefore(this IQueryable<AuditEntry> entries, long? seq, int count) =>
        (seq is { } known ? entries.Where(e => e.Seq < known) : entries).OrderByDescending(e => e.Seq).Take(count);
}
