using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>All conversations of a person as a file: ordered, made in the background, fetched once.</summary>
public sealed class ChatExports(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    public Task<ChatExport?> OfAsync(Guid userId, CancellationToken cancel) => db.ChatExports.AsNoTracking().SingleOrDefaultAsync(e => e.UserId == userId, cancel);

    public Task<ChatExport?> FindAsync(Guid userId, Guid id, CancellationToken cancel) =>
        db.ChatExports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.UserId == userId, cancel);

    /// <summary>The one that is being made, or a new one in the place of one that is ready.</summary>
    public async Task<Guid> OrderAsync(Guid userId, CancellationToken cancel)
    {
        var id = Ids.NewId();
        var ordered = await db.WriteAsync(async () =>
        {
            if (await OfAsync(userId, cancel) is { State: not ChatExportState.Ready } making) return making.Id;

            await db.ChatExports.Where(e => e.UserId == userId).ExecuteDeleteAsync(cancel);
            db.ChatExports.Add(ChatExport.Order(id, userId, await db.Conversations.KeptBy(userId).CountAsync(cancel), clock.UtcNow()));
            await db.SaveChangesAsync(cancel);
            return id;
        }, cancel, isThere: () => db.ChatExports.AnyAsync(e => e.Id == id, cancel));

        if (ordered == id) await jobs.EnqueueAsync<WriteExportJob, Guid>(id);
        return ordered;
    }

    public async IAsyncEnumerable<byte[]> ReadAsync(Guid id, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var no = 0; await db.ChatExportParts.AsNoTracking().SingleOrDefaultAsync(p => p.ExportId == id && p.No == no, cancel) is { } part; no++) yield return part.Bytes;
    }

    /// <summary>It was fetched: the link works no more.</summary>
    public Task ForgetAsync(Guid id, CancellationToken cancel) => db.ChatExports.Where(e => e.Id == id).ExecuteDeleteAsync(cancel);
}
