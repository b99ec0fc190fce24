using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

internal static class Seeding
{
    /// <summary>Gives a database the rows that it lacks and tells every node; how many those were.</summary>
    public static async Task<int> SeedAsync<T>(this AppDbContext db, ChangeNotices notices, string topic, Func<Task<List<T>>> lackingAsync, CancellationToken cancel) where T : class
    {
        if ((await lackingAsync()).Count == 0) return 0;

        return await db.WriteAsync(async () =>
        {
            // The topic is locked until the end: of two nodes that start at once, the second finds everything there.
            await notices.RaiseAsync(db, topic, cancel);
            var lacking = await lackingAsync();
            db.Set<T>().AddRange(lacking);
            await db.SaveChangesAsync(cancel);
            return lacking.Count;
        }, cancel, isThere: async () => (await lackingAsync()).Count == 0);
    }
}
