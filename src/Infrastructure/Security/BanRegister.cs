using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Security;

/// <summary>Places and lifts bans, with the log's entry and the notice to all nodes: all or nothing.</summary>
public sealed class BanRegister(AppDbContext db, AuditLog audit, ChangeNotices notices, LastValid<ViolationOptions> options, TimeProvider clock)
{
    /// <summary>The new ban, or null when another node was faster.</summary>
    public Task<Ban?> PlaceAsync(Offender offender, int score, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            // First, because it locks: whoever comes second waits here and sees the first one's ban.
            await notices.RaiseAsync(db, BanList.Topic, cancel);

            var at = clock.UtcNow();
            var earlier = await db.Bans.AsNoTracking().Of(offender).ToListAsync(cancel);
            if (earlier.Any(b => b.IsActive(at))) return null;

            var ban = Ban.Place(offender, score, at, options.Value.DurationAfter(earlier.Count));
            db.Bans.Add(ban);
            await audit.RecordAsync(AuditActor.System, Act(AuditAction.BanPlaced, ban), null, cancel);
            return ban;
        }, cancel);

    /// <summary>False when the ban is gone or had ended already.</summary>
    public Task<bool> LiftAsync(Guid id, AuditActor by, string reason, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            await notices.RaiseAsync(db, BanList.Topic, cancel);

            var at = clock.UtcNow();
            if (await db.Bans.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } ban || !ban.IsActive(at)) return false;

            var until = ban.Until;
            ban.Lift(at);
            await audit.RecordAsync(by, Act(AuditAction.BanLifted, ban) with { Before = Iso(until) }, reason, cancel);
            return true;
        }, cancel);

    // The ban's id, not its subject: the log is kept for ever, an address is not.
    private static AuditAct Act(AuditAction action, Ban ban) =>
        new(action, ban.Id.ToString(), After: Iso(ban.Until)) { PersonId = ban.Kind == BanSubject.User ? Guid.Parse(ban.Subject) : null };

    private static string Iso(DateTime time) => time.ToString("O", CultureInfo.InvariantCulture);
}
