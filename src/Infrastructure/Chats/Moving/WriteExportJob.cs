using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>Writes a person's conversations into a zip: one JSON that can be read in again, and each as Markdown.</summary>
internal sealed class WriteExportJob(AppDbContext db, TimeProvider clock) : IJob<Guid>
{
    private const int TellEvery = 10;

    public async Task RunAsync(Guid args, CancellationToken cancel)
    {
        var begun = await db.ChatExports.Where(e => e.Id == args && e.State != ChatExportState.Ready)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, ChatExportState.Running).SetProperty(x => x.SeenAt, clock.UtcNow()).SetProperty(x => x.Done, 0), cancel);
        if (begun == 0) return;

        var owner = await db.ChatExports.Where(e => e.Id == args).Select(e => e.UserId).SingleAsync(cancel);
        var chats = await db.Conversations.KeptBy(owner).OrderBy(c => c.CreatedAt).Select(c => c.Id).ToListAsync(cancel);
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, ChatExportPart.Size, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            await WriteJsonAsync(zip, args, owner, chats, cancel);
            for (var i = 0; i < chats.Count; i++)
            {
                if (await db.MovedAsync(owner, chats[i], cancel) is { } chat) await WriteMarkdownAsync(zip, i, chat, cancel);
            }
        }

        await KeepAsync(args, file, cancel);
    }

    private async Task WriteJsonAsync(ZipArchive zip, Guid id, Guid owner, List<Guid> chats, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry("chats.json", CompressionLevel.Fastest).OpenAsync(cancel);
        await using var json = new Utf8JsonWriter(entry, ChatFile.Readable);
        ChatFile.Begin(json, clock.UtcNow());
        for (var i = 0; i < chats.Count; i++)
        {
            if (await db.MovedAsync(owner, chats[i], cancel) is { } chat) ChatFile.Write(json, chat);
            await json.FlushAsync(cancel);
            if (i % TellEvery == 0) await db.ChatExports.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Done, i).SetProperty(x => x.SeenAt, clock.UtcNow()), cancel);
        }

        ChatFile.End(json);
    }

    private static async Task WriteMarkdownAsync(ZipArchive zip, int place, MovedChat chat, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"markdown/{place + 1:0000}-{ChatMarkdown.NameOf(chat.Title)}.md");
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(ChatMarkdown.Of(chat)), cancel);
    }

    // Whatever an earlier attempt has left is written over.
    private async Task KeepAsync(Guid id, FileStream file, CancellationToken cancel)
    {
        await db.ChatExportParts.Where(p => p.ExportId == id).ExecuteDeleteAsync(cancel);
        file.Position = 0;
        var buffer = new byte[ChatExportPart.Size];
        for (var no = 0; await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel) is > 0 and var length; no++)
        {
            db.ChatExportParts.Add(new ChatExportPart(id, no, buffer[..length]));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await db.ChatExports.Where(e => e.Id == id).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.State, ChatExportState.Ready).SetProperty(x => x.Done, x => x.Total).SetProperty(x => x.Bytes, file.Length).SetProperty(x => x.SeenAt, clock.UtcNow()), cancel);
    }
}

/// <summary>Finds exports that nobody works on any more, and has them made after all.</summary>
internal sealed class SweepExportsJob(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var before = clock.UtcNow() - ChatExport.Patience;
        foreach (var id in await db.ChatExports.Where(e => e.State != ChatExportState.Ready && e.SeenAt < before).Select(e => e.Id).ToListAsync(cancel))
            await jobs.EnqueueAsync<WriteExportJob, Guid>(id);
    }
}
