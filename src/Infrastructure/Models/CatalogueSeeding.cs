using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Gives a database the catalogue's models that it does not know yet. What is there stays as admins have made it.</summary>
public sealed class CatalogueSeeding(AppDbContext db, ChangeNotices notices)
{
    public Task<int> RunAsync(CancellationToken cancel) => db.SeedAsync(notices, OfferedModels.Topic, () => LackingAsync(cancel), cancel);

    private async Task<List<ChatModel>> LackingAsync(CancellationToken cancel)
    {
        var known = await db.ChatModels.Select(m => m.Key).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. ModelCatalogue.All.Select(ChatModel.Of).Where(m => !known.Contains(m.Key))];
    }
}
