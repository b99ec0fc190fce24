using System.Runtime.CompilerServices;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Adds to a row of sums, which begins with whoever adds first. Two may begin the same one at once.</summary>
internal static class DaySums
{
    public static void Add(RoundTrip trip, AppDbContext db, string table, DaySumColumn[] key, DaySumColumn[] sums) =>
        trip.Change(FormattableStringFactory.Create(Sql(db, table, key, sums), [.. key.Concat(sums).Select(column => column.Value)]));

    private static string Sql(AppDbContext db, string table, DaySumColumn[] key, DaySumColumn[] sums)
    {
        var all = key.Concat(sums).ToList();
        var add = string.Join(", ", sums.Select((sum, i) => $"{sum.Quoted} = \"{table}\".{sum.Quoted} + {Slot(key.Length + i)}"));
        var insert = $"INSERT INTO \"{table}\" ({string.Join(", ", all.Select(c => c.Quoted))}) VALUES ({string.Join(", ", Enumerable.Range(0, all.Count).Select(Slot))})";
        if (!db.IsOnSqlServer) return $"{insert} ON CONFLICT ({string.Join(", ", key.Select(c => c.Quoted))}) DO UPDATE SET {add}";

        // A range lock on a row that is not there yet makes two first writers take turns instead of both inserting.
        var mine = string.Join(" AND ", key.Select((column, i) => $"{column.Quoted} = {Slot(i)}"));
        return $"UPDATE \"{table}\" WITH (UPDLOCK, SERIALIZABLE) SET {add} WHERE {mine}; IF @@ROWCOUNT = 0 {insert}";
    }

    private static string Slot(int number) => $"{{{number}}}";
}

/// <summary>A column by its name, with the key's value or what is added.</summary>
internal readonly record struct DaySumColumn(string Name, object Value)
{
    public string Quoted => $"\"{Name}\"";
}
