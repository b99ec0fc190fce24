using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Every table that the model calls append-only, on the running database.</summary>
public sealed class AppendOnlyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly IModel Model = Models.Of(TestDatabase.Provider).Design();

    public static TheoryData<string> Tables => [.. Model.GetEntityTypes().Where(e => e.IsAppendOnly()).Select(e => e.GetTableName()!)];

    [Theory, MemberData(nameof(Tables))]
    public async Task A_row_is_added_and_then_neither_changed_nor_deleted(string table)
    {
        var row = RawRow.Of(EntityOf(table));

        Assert.Equal(1, await app.AskAsync(db => row.InsertAsync(db)));

        await RefusesAsync(table, row.UpdateAsync);
        await RefusesAsync(table, row.DeleteAsync);
    }

    [SqliteTheory, MemberData(nameof(Tables))]
    public async Task A_row_is_not_replaced_over_any_of_its_unique_keys(string table)
    {
        var entity = EntityOf(table);
        var row = RawRow.Of(entity);
        await app.AskAsync(db => row.InsertAsync(db));

        var unique = entity.GetKeys().Select(k => k.Properties).Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)).ToList();

        foreach (var key in unique) await RefusesAsync(table, db => row.Rival(key).InsertAsync(db, "INSERT OR REPLACE"));
    }

    [SqliteTheory, MemberData(nameof(Tables))]
    public async Task A_row_is_not_replaced_over_its_place_in_the_file(string table)
    {
        var row = RawRow.Of(EntityOf(table));
        await app.AskAsync(db => row.InsertAsync(db));

        var sql = $"INSERT OR REPLACE INTO \"{table}\" (rowid) SELECT max(rowid) FROM \"{table}\"";
        await RefusesAsync(table, db => db.Database.ExecuteSqlRawAsync(sql));
    }

    private static IEntityType EntityOf(string table) => Model.GetEntityTypes().Single(e => e.GetTableName() == table);

    private async Task RefusesAsync(string table, Func<AppDbContext, Task<int>> change)
    {
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => app.AskAsync(change));

        Assert.Contains($"{table} is append-only.", refused.Message, StringComparison.Ordinal);
    }
}
