using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>The sums of a day are spread over slots while many add to them. When it is over they are one row each, and years of a busy site are read as quickly as those of a quiet one.</summary>
public sealed class DayFolding(AppDbContext db, TimeProvider clock)
{
    // No account adds to these.
    private const string Folded = "-1";
    private const string Before = "-2";

    // The last days are left to those who end their calls late.
    private const int LeftAlone = 2;

    private static readonly Type[] Spread = [typeof(PlatformDay), typeof(CallDay), typeof(GrantDay)];

    public async Task FoldAsync(CancellationToken cancel)
    {
        var until = DateOnly.FromDateTime(clock.UtcNow()).AddDays(-LeftAlone);
        foreach (var table in Spread.Select(type => new SpreadTable(db.Model.FindEntityType(type)!)))
        {
            var days = await db.Database.SqlQuery<DateOnly>(Sql($$"""SELECT DISTINCT "Day" AS "Value" FROM {{table.Name}} WHERE "Slot" >= 0 AND "Day" < {0}""", until)).ToListAsync(cancel);
            foreach (var day in days) await db.WriteAsync(() => FoldAsync(table, day, cancel), cancel);
        }
    }

    private async Task<int> FoldAsync(SpreadTable table, DateOnly day, CancellationToken cancel)
    {
        // Whoever adds to the day after all waits until it is folded, and begins a row that is folded next time.
        var hint = db.IsOnSqlServer ? " WITH (UPDLOCK, SERIALIZABLE)" : "";
        await db.Database.ExecuteSqlAsync(Sql($$"""UPDATE {{table.Name}}{{hint}} SET "Slot" = CASE "Slot" WHEN {{Folded}} THEN {{Before}} ELSE "Slot" END WHERE "Day" = {0}""", day), cancel);
        var sums = $$"""
            INSERT INTO {{table.Name}} ({{table.Keys}}, "Slot", {{table.Sums}})
            SELECT {{table.Keys}}, {{Folded}}, {{table.Added}} FROM {{table.Name}} WHERE "Day" = {0} GROUP BY {{table.Keys}}
            """;
        await db.Database.ExecuteSqlAsync(Sql(sums, day), cancel);
        return await db.Database.ExecuteSqlAsync(Sql($$"""DELETE FROM {{table.Name}} WHERE "Day" = {0} AND "Slot" <> {{Folded}}""", day), cancel);
    }

    private static FormattableString Sql(string sql, DateOnly day) => FormattableStringFactory.Create(sql, day);

    private sealed class SpreadTable(IEntityType type)
    {
        private readonly List<string> _keys = [.. ColumnsOf(type.FindPrimaryKey()!.Properties).Where(c => c != "\"Slot\"")];
        private readonly List<string> _sums = [.. ColumnsOf(type.GetProperties().Where(p => !p.IsPrimaryKey()))];

        public string Name { get; } = $"\"{type.GetTableName()}\"";
        public string Keys => string.Join(", ", _keys);
        public string Sums => string.Join(", ", _sums);
        public string Added => string.Join(", ", _sums.Select(sum => $"SUM({sum})"));

        private static IEnumerable<string> ColumnsOf(IEnumerable<IReadOnlyProperty> properties) => properties.Select(p => $"\"{p.GetColumnName()}\"");
    }
}
