using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Security;

/// <summary>How many rows each table has.</summary>
internal static class Rows
{
    public static async Task<IReadOnlyDictionary<string, int>> CountAllAsync(AppDbContext db)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
            counts[table] = await db.Database.SqlQueryRaw<int>(CountOf(table)).SingleAsync();
        return counts;
    }

    private static string CountOf(string table) => $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
}
