using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>What colleagues write down about a person. The log says that they did, and never what.</summary>
public sealed class PersonNotes(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    private const int MostShown = 200;

    public async Task<IReadOnlyList<WrittenNote>> ReadAsync(Guid personId, CancellationToken cancel) => await db.PersonNotes.AsNoTracking()
        .Where(n => n.PersonId == personId).OrderByDescending(n => n.At).Take(MostShown)
        .Select(n => new WrittenNote(n, db.Users.Where(u => u.Id == n.AuthorId).Select(u => u.Email).FirstOrDefault())).ToListAsync(cancel);

    public Task WriteAsync(Guid personId, string text, Guid authorId, CancellationToken cancel)
    {
        var note = PersonNote.Write(personId, authorId, VisibleText.Of(text), clock.UtcNow());
        return audit.RecordAsync(AuditActor.User(authorId), new AuditAct(AuditAction.NoteWritten, $"{personId}", After: $"{note.Id}"), null, () =>
        {
            db.PersonNotes.Add(note);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>False where it is not there.</summary>
    public async Task<bool> RemoveAsync(Guid personId, Guid noteId, Guid authorId, CancellationToken cancel)
    {
        if (!await db.PersonNotes.AnyAsync(n => n.Id == noteId && n.PersonId == personId, cancel)) return false;

        await audit.RecordAsync(AuditActor.User(authorId), new AuditAct(AuditAction.NoteRemoved, $"{personId}", Before: $"{noteId}"), null,
            () => db.PersonNotes.Where(n => n.Id == noteId && n.PersonId == personId).ExecuteDeleteAsync(cancel), cancel);
        return true;
    }
}

/// <param name="Note">What was written.</param>
/// <param name="Author">By whom, while they have an account.</param>
public sealed record WrittenNote(PersonNote Note, string? Author);
