using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Chats.Search;

/// <summary>Makes findable whatever is not: messages from before there was a search, imported ones, those of guests who have signed up.</summary>
internal sealed class IndexMessagesJob(AppDbContext db) : IJob<RecurringRun>
{
    // Small enough that nobody who writes meanwhile waits long for the lock.
    private const int Batch = 50;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var last = Guid.Empty;
        while (await NextAsync(last, cancel) is { Count: > 0 } ids)
        {
            await db.WriteAsync(async () =>
            {
                foreach (var id in ids) await db.IndexAsync(id, cancel);
                return ids.Count;
            }, cancel, isThere: () => Task.FromResult(false));
            last = ids[^1];
        }
    }

    // On from the last one: from the beginning each time, the later batches would pass all that is done.
    private Task<List<Guid>> NextAsync(Guid last, CancellationToken cancel) =>
        db.Messages.Where(m => m.Id.CompareTo(last) > 0).NotIndexed(db).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancel);
}
