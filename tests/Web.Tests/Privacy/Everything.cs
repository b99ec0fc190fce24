using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Privacy;

/// <summary>All that stands in the database, in any column of any table, those of the job engine and of the framework too.</summary>
internal static class Everything
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table'";

    /// <summary>The tables and columns that hold one of the words.</summary>
    public static async Task<IReadOnlyList<string>> HoldingAsync(this AppDbContext db, IReadOnlyCollection<string> words)
    {
        await db.Database.OpenConnectionAsync();
        var tables = await db.Database.SqlQueryRaw<string>(Tables).ToListAsync();
        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                found.AddRange(Enumerable.Range(0, rows.FieldCount).Where(i => words.Any(w => Holds(rows.GetValue(i), w))).Select(i => $"{table}.{rows.GetName(i)}"));
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static bool Holds(object value, string word) => value switch
    {
        string text => text.Contains(word, StringComparison.OrdinalIgnoreCase),
        byte[] bytes => Encoding.UTF8.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
