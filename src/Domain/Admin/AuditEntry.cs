using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Admin;

/// <summary>One act, written once: the database refuses to change or delete it, and each entry's hash covers the one before it.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public long Seq { get; private set; }
    public DateTime At { get; private set; }
    public AuditActorKind ActorKind { get; private set; }
    public Guid? ActorId { get; private set; }
    public AuditAction Action { get; private set; }
    public string SubjectId { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }
    public string Hash { get; private set; } = "";

    internal static AuditEntry Follow(AuditHead head, AuditActor actor, AuditAct act, DateTime at)
    {
        var entry = new AuditEntry
        {
            Seq = head.Seq + 1,
            At = at,
            ActorKind = actor.Kind,
            ActorId = actor.UserId,
            Action = act.Action,
            SubjectId = act.SubjectId,
            Before = act.Before,
            After = act.After,
        };
        entry.Hash = entry.HashAfter(head.Hash);
        return entry;
    }

    public string HashAfter(string previous)
    {
        string?[] fields =
        [
            previous, Seq.ToString(CultureInfo.InvariantCulture), At.Ticks.ToString(CultureInfo.InvariantCulture),
            ActorKind.ToString(), ActorId?.ToString(), Action.ToString(), SubjectId, Before, After,
        ];

        // Each field is preceded by its length, so that no two different entries read the same.
        var text = string.Concat(fields.Select(f => f is null ? "-;" : $"{f.Length.ToString(CultureInfo.InvariantCulture)}:{f};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>What was done to what. Opaque ids and values only; a person's words go to <see cref="AuditNote"/>.</summary>
public sealed record AuditAct(AuditAction Action, string SubjectId, string? Before = null, string? After = null)
{
    /// <summary>Whom the act is about: the subject itself, unless it is something of theirs.</summary>
    public Guid? PersonId { get; init; } = Guid.TryParse(SubjectId, out var id) ? id : null;
}
