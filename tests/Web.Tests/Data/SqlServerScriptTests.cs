using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SaaSChat.Domain;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>The script that an administrator runs, read as they would review it.</summary>
public sealed partial class SqlServerScriptTests
{
    private static readonly string Script = Models.OnSqlServer.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    private static IEnumerable<IEntityType> Entities => Models.OnSqlServer.Design().GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsMappedToJson());

    [Fact]
    public void Each_row_that_people_edit_has_a_rowversion()
    {
        var edited = Entities.Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)).ToList();

        Assert.NotEmpty(edited);
        Assert.All(edited, e => Assert.Contains("[RowVersion] rowversion NOT NULL", TableOf(e), StringComparison.Ordinal));
    }

    [Fact]
    public void Each_column_stands_there_with_its_type_length_and_collation()
    {
        foreach (var property in Entities.SelectMany(e => e.GetProperties()))
        {
            var collation = property.GetCollation() is { } binary ? $" COLLATE {binary}" : "";
            var column = $"[{property.GetColumnName()}] {property.GetColumnType()}{collation}";
            Assert.Contains(column, TableOf((IEntityType)property.DeclaringType), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_log_s_hashes_and_subjects_are_compared_to_the_letter()
    {
        Assert.Contains("[Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL", Script, StringComparison.Ordinal);
        Assert.Contains("[SubjectId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL", Script, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_datetime2_and_nothing_else() => Assert.Empty(OtherTimes().Matches(Script).Select(m => m.Value));

    [Fact]
    public void Each_append_only_table_refuses_changes_and_denies_them_to_the_app()
    {
        var tables = Entities.Where(e => e.IsAppendOnly()).Select(e => e.GetTableName()!).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            Assert.Contains($"EXEC(N'CREATE TRIGGER [TR_{table}_AppendOnly] ON [{table}] AFTER UPDATE, DELETE AS", Script, StringComparison.Ordinal);
            Assert.Contains($"DENY UPDATE, DELETE ON [{table}] TO [saaschat_app];", Script, StringComparison.Ordinal);
            Assert.DoesNotMatch($@"REFERENCES \[{table}\] \([^)]*\) ON DELETE (CASCADE|SET NULL)", Script);
            Assert.DoesNotMatch("ON DELETE (CASCADE|SET NULL)", TableOf(table));
        });
    }

    [Fact]
    public void Each_unique_index_is_made_unique()
    {
        var indexes = Entities.SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique).Select(i => i.GetDatabaseName()).ToList();

        Assert.NotEmpty(indexes);
        Assert.All(indexes, index => Assert.Contains($"CREATE UNIQUE INDEX [{index}] ON ", Script, StringComparison.Ordinal));
    }

    [Fact]
    public void It_can_be_run_again()
    {
        var guarded = Script.Split("\nGO\n").Where(b => b.Contains("CREATE ", StringComparison.Ordinal) && !b.Contains("[__EFMigrationsHistory] (", StringComparison.Ordinal));

        Assert.All(guarded, batch => Assert.Matches(@"^\s*IF NOT EXISTS \(\s*SELECT \* FROM \[__EFMigrationsHistory\]", batch));
    }

    private static string TableOf(IEntityType entity) => TableOf(entity.GetTableName()!);

    // As it was created, and the columns that later migrations added or altered.
    private static string TableOf(string table) => string.Join('\n', Regex.Matches(
        Script, $@"CREATE TABLE \[{table}\] \(.*?\n    \);|ALTER TABLE \[{table}\] (ADD|ALTER COLUMN) [^;]*;", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Select(m => m.Value));

    [GeneratedRegex(@"\b(datetime|smalldatetime|datetimeoffset)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherTimes();
}
