using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Gives a database the catalogue's models that it does not know yet. What is there stays as admins have made it.</summary>
public sealed class CatalogueSeeding(AppDbContext db, ChangeNotices notices)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if ((await UnknownAsync(cancel)).Count == 0) return 0;

        return await db.WriteAsync(async () =>
        {
            // The topic is locked until the end: of two nodes that start at once, the second finds everything there.
            await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
            var unknown = await UnknownAsync(cancel);
            db.ChatModels.AddRange(unknown);
            await db.SaveChangesAsync(cancel);
            return unknown.Count;
        }, cancel, isThere: async () => (await UnknownAsync(cancel)).Count == 0);
    }

    private async Task<List<ChatModel>> UnknownAsync(CancellationToken cancel)
    {
        var known = await db.ChatModels.Select(m => m.Key).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. ModelCatalogue.All.Select(ChatModel.Of).Where(m => !known.Contains(m.Key))];
    }
}
