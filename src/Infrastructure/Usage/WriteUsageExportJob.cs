using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Notices;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Writes one export's file, and tells its person by a notice and a letter with a link that works once. What broke off is written anew from its beginning.</summary>
internal sealed class WriteUsageExportJob(AppDbContext db, WriteUsage write, OneTimeLinks links, Telling telling, TimeProvider clock) : IJob<Guid>
{
    public async Task RunAsync(Guid args, CancellationToken cancel)
    {
        if (!await ClaimAsync(args, cancel)) return;

        var export = await db.UsageExports.AsNoTracking().SingleAsync(e => e.Id == args, cancel);
        await db.UsageExportParts.Where(p => p.ExportId == args).ExecuteDeleteAsync(cancel);
        await using var file = new ExportStream(db, args);
        await write(export, file, rows => ProgressAsync(args, rows, cancel), cancel);
        await file.KeepAsync(cancel);
        await TellAsync(export, cancel);
    }

    // Of all who want to write it, one does; who was silent for too long has lost it.
    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var until = now + UsageExport.Lease;
        return await db.UsageExports.Where(e => e.Id == id && (e.State == ExportState.Waiting || (e.State == ExportState.Running && e.LeaseUntil <= now)))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ExportState.Running).SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.RowsDone, 0), cancel) == 1;
    }

    private Task<int> ProgressAsync(Guid id, long rows, CancellationToken cancel)
    {
        var until = clock.UtcNow() + UsageExport.Lease;
        return db.UsageExports.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.RowsDone, rows).SetProperty(x => x.LeaseUntil, until), cancel);
    }

    private async Task TellAsync(UsageExport export, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var notice = Notice.Of(export.UserId, NoticeKind.ExportReady, $"export:{export.Id:N}", $"{export.Id}", 0, now);
        await telling.TellAsync(notice, MailKind.UsageExportReady, async () =>
        {
            var done = await db.UsageExports.Where(e => e.Id == export.Id && e.State == ExportState.Running)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ExportState.Done).SetProperty(x => x.DoneAt, now).SetProperty(x => x.LeaseUntil, (DateTime?)null), cancel);
            if (done == 0) return null;

            var token = await links.MakeAsync(export.UserId, LinkPurpose.UsageExport, $"{export.Id}", cancel);
            return new MailArguments { Path = $"/usage/exports/fetch/{token}", ExpiresAt = now + OneTimeLink.Lifetime };
        }, cancel);
    }
}
