using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>Gives a database the house's assistants that it does not know yet. What is there stays as admins have made it, and what they retired stays retired.</summary>
public sealed class AssistantSeeding(AppDbContext db, ChangeNotices notices, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancel) => db.SeedAsync(notices, OfferedAssistants.Topic, () => LackingAsync(cancel), cancel);

    // One after the other, as they stand in the catalogue.
    private async Task<List<Assistant>> LackingAsync(CancellationToken cancel)
    {
        var known = await db.Assistants.Where(a => a.Key != null).Select(a => a.Key!).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var at = clock.UtcNow();
        return [.. HouseAssistants.All.Where(a => !known.Contains(a.Key)).Select(a => Assistant.OfTheHouse(a.Key, a.Value, at = at.AddMilliseconds(1)))];
    }
}
