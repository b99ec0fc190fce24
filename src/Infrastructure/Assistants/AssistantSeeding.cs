using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>Gives a database the house's assistants that it does not know yet. What is there stays as admins have made it, and what they retired stays retired.</summary>
public sealed class AssistantSeeding(AppDbContext db, ChangeNotices notices, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if ((await UnknownAsync(cancel)).Count == 0) return 0;

        return await db.WriteAsync(async () =>
        {
            // The topic is locked until the end: of two nodes that start at once, the second finds everything there.
            await notices.RaiseAsync(db, OfferedAssistants.Topic, cancel);
            var (unknown, at) = (await UnknownAsync(cancel), clock.UtcNow());
            foreach (var key in unknown) db.Assistants.Add(Assistant.OfTheHouse(key, HouseAssistants.All[key], at = at.AddMilliseconds(1)));
            await db.SaveChangesAsync(cancel);
            return unknown.Count;
        }, cancel, isThere: async () => (await UnknownAsync(cancel)).Count == 0);
    }

    private async Task<List<string>> UnknownAsync(CancellationToken cancel)
    {
        var known = await db.Assistants.Where(a => a.Key != null).Select(a => a.Key!).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. HouseAssistants.All.Keys.Where(k => !known.Contains(k))];
    }
}
