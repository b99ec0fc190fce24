using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Finds exports that nobody writes any more, gives up those that cannot be written, and deletes those whose day is over.</summary>
internal sealed class SweepUsageExportsJob(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock) : IJob<RecurringRun>
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (lost, tooOld) = (now - UsageExport.Lease, now - Patience);
        var silent = await db.UsageExports.AsNoTracking()
            .Where(e => (e.State == ExportState.Waiting && e.AskedAt <= lost) || (e.State == ExportState.Running && e.LeaseUntil <= now)).Take(100).ToListAsync(cancel);
        foreach (var export in silent)
        {
            if (export.AskedAt > tooOld) await jobs.EnqueueAsync<WriteUsageExportJob, Guid>(export.Id);
            else await GiveUpAsync(export, now, cancel);
        }

        await db.UsageExports.Where(e => e.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }

    private Task<bool> GiveUpAsync(UsageExport export, DateTime at, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var mine = await db.UsageExports.Where(e => e.Id == export.Id && e.State == export.State)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ExportState.Failed).SetProperty(x => x.DoneAt, at).SetProperty(x => x.LeaseUntil, (DateTime?)null), cancel);
        if (mine == 1) db.Notices.Add(Notice.Of(export.UserId, NoticeKind.ExportFailed, $"export:{export.Id:N}", $"{export.Id}", 0, at));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);
}
