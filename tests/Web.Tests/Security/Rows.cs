using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Security;

/// <summary>How many rows each table has that requests write to.</summary>
internal static class Rows
{
    // Written by the clock, whoever looks.
    private static readonly string[] ByTheClock = ["JobRuns"];

    public static async Task<IReadOnlyDictionary<string, int>> CountAllAsync(AppDbContext db)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Except(ByTheClock, StringComparer.Ordinal))
            counts[table] = await db.Database.SqlQueryRaw<int>(CountOf(table)).SingleAsync();
        return counts;
    }

    private static string CountOf(string table) => $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
}
