using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Exports;

/// <summary>Writes one export's file, and tells its person by a notice and a letter. What broke off is written anew from its beginning.</summary>
public sealed class ExportWriting(AppDbContext db, WriteUsage usage, ChatsZip chats, OneTimeLinks links, Telling telling, TimeProvider clock)
{
    public static string KeyOf(Export export) => $"{(export.Kind == ExportKind.Chats ? "chats" : "export")}:{export.Id:N}";

    public async Task WriteAsync(Guid id, CancellationToken cancel)
    {
        if (!await ClaimAsync(id, cancel)) return;

        var export = await db.Exports.AsNoTracking().SingleAsync(e => e.Id == id, cancel);
        await db.ExportParts.Where(p => p.ExportId == id).ExecuteDeleteAsync(cancel);
        await using var file = new ExportStream(db, id);
        if (export.Kind == ExportKind.Usage) await usage(export, file, done => ProgressAsync(id, done, cancel), cancel);
        else await chats.WriteAsync(export.UserId, file, done => ProgressAsync(id, done, cancel), cancel);
        await file.KeepAsync(cancel);
        await TellAsync(export, file.Kept, cancel);
    }

    // Of all who want to write it, one does; who was silent for too long has lost it.
    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var until = now + Export.Lease;
        return await db.Exports.Where(e => e.Id == id && (e.State == ExportState.Waiting || (e.State == ExportState.Running && e.LeaseUntil <= now)))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ExportState.Running).SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.Done, 0), cancel) == 1;
    }

    private Task<int> ProgressAsync(Guid id, long done, CancellationToken cancel)
    {
        var until = clock.UtcNow() + Export.Lease;
        return db.Exports.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Done, done).SetProperty(x => x.LeaseUntil, until), cancel);
    }

    private async Task TellAsync(Export export, long bytes, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var notice = Notice.Of(export.UserId, NoticeKind.ExportReady, KeyOf(export), $"{export.Id}", 0, now);
        await telling.TellAsync(notice, export.Kind == ExportKind.Usage ? MailKind.UsageExportReady : MailKind.ChatExportReady, async () =>
        {
            var done = await db.Exports.Where(e => e.Id == export.Id && e.State == ExportState.Running).ExecuteUpdateAsync(
                e => e.SetProperty(x => x.State, ExportState.Done).SetProperty(x => x.DoneAt, now).SetProperty(x => x.Bytes, bytes).SetProperty(x => x.LeaseUntil, (DateTime?)null), cancel);
            if (done == 0) return null;
            if (export.Kind == ExportKind.Chats) return new MailArguments { Path = $"/exports/{export.Id}" };

            // Works once, where a file of conversations is there once.
            var token = await links.MakeAsync(export.UserId, LinkPurpose.UsageExport, $"{export.Id}", cancel);
            return new MailArguments { Path = $"/usage/exports/fetch/{token}", ExpiresAt = now + OneTimeLink.Lifetime };
        }, cancel);
    }
}
