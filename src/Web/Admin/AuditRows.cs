using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Admin;

/// <summary>Entries of the log with the words that belong to them.</summary>
public sealed class AuditRows(AppDbContext db)
{
    public const int PageSize = 50;

    /// <summary>A stretch of it, newest first, and where the next older one begins.</summary>
    public async Task<(IReadOnlyList<AuditRow> Rows, long? Older)> ReadAsync(IQueryable<AuditEntry> among, long? before, CancellationToken cancel)
    {
        // One more than is shown tells whether there is another page.
        var entries = await among.AsNoTracking().NewestBefore(before, PageSize + 1).ToListAsync(cancel);
        var shown = entries.Take(PageSize).ToList();
        var numbers = shown.ConvertAll(e => e.Seq);
        var reasons = await db.AuditNotes.AsNoTracking().Where(n => numbers.Contains(n.Seq)).ToDictionaryAsync(n => n.Seq, n => n.Reason, cancel);
        var people = await PeopleAsync(shown, cancel);
        return (
            shown.ConvertAll(e => new AuditRow(e, e.ActorId is { } actor ? people.GetValueOrDefault(actor) : null, Subject(e, people), reasons.GetValueOrDefault(e.Seq))),
            entries.Count > PageSize ? shown[^1].Seq : null);
    }

    private async Task<Dictionary<Guid, string?>> PeopleAsync(List<AuditEntry> entries, CancellationToken cancel)
    {
        var ids = entries.SelectMany(e => new[] { e.ActorId, IdOf(e.SubjectId) }).OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Email, cancel);
    }

    private static string Subject(AuditEntry entry, Dictionary<Guid, string?> people) =>
        (IdOf(entry.SubjectId) is { } id ? people.GetValueOrDefault(id) : null) ?? entry.SubjectId;

    private static Guid? IdOf(string subject) => Guid.TryParse(subject, out var id) ? id : null;
}

/// <summary>An entry with the addresses of those it names, where they still have an account.</summary>
public sealed record AuditRow(AuditEntry Entry, string? Actor, string Subject, string? Reason);
