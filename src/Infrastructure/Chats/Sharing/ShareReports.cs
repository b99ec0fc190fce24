using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Sharing;

/// <summary>What people report about shared conversations, and what the site's admins decide.</summary>
public sealed class ShareReports(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    public async Task ReportAsync(Share share, Guid? userId, ReportReason reason, string words, CancellationToken cancel)
    {
        db.ShareReports.Add(new ShareReport(Ids.NewId(), share.Id, userId, reason, words, clock.UtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends every open report of the link. False when somebody has decided before.</summary>
    public async Task<bool> DecideAsync(Guid reportId, bool takeDown, AuditActor actor, string reason, CancellationToken cancel)
    {
        var found = await db.ShareReports.AsNoTracking().Where(r => r.Id == reportId && r.DecidedAt == null)
            .Join(db.Shares, r => r.ShareId, s => s.Id, (r, s) => new { s.Id, s.UserId }).SingleOrDefaultAsync(cancel);
        if (found is null) return false;

        var act = new AuditAct(takeDown ? AuditAction.ShareTakenDown : AuditAction.ReportDismissed, found.Id.ToString()) { PersonId = found.UserId };
        await audit.RecordAsync(actor, act, reason, () => DecideAsync(found.Id, takeDown, cancel), cancel);
        return true;
    }

    private async Task DecideAsync(Guid shareId, bool takeDown, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        foreach (var report in await db.ShareReports.Where(r => r.ShareId == shareId && r.DecidedAt == null).ToListAsync(cancel)) report.Decide(now);
        if (takeDown && await db.Shares.SingleOrDefaultAsync(s => s.Id == shareId, cancel) is { } share) share.TakeDown(now);
    }
}
