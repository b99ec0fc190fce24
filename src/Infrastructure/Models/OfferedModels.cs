using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>The models that people may choose from. For showing only: what is charged is read where it is charged.</summary>
public sealed class OfferedModels(IServiceScopeFactory scopes, ChangeNotices notices, TimeProvider clock) : Remembered<ChatModel>(scopes, notices, Topic, meanwhile: [])
{
    public const string Topic = "models";

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<ChatModel> Now
    {
        get
        {
            var now = clock.UtcNow();
            return [.. Rows.Where(m => m.IsOfferedAt(now))];
        }
    }

    /// <summary>Of any model that is known, offered or not; its key where it is gone.</summary>
    public string NameOf(string key) => Rows.FirstOrDefault(m => m.Key == key)?.Name ?? key;

    protected override async Task<IReadOnlyList<ChatModel>> ReadAsync(AppDbContext db, CancellationToken cancel) =>
        await db.ChatModels.AsNoTracking().WithPrices().OrderBy(m => m.Order).ThenBy(m => m.Name).ToListAsync(cancel);
}
