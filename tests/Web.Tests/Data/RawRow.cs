using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>A row made up from nothing but the model and written past EF, as whoever holds the connection could.</summary>
internal sealed class RawRow
{
    private static int _made = 1_000_000;

    private readonly Dictionary<IProperty, object?> _values;

    private RawRow(IEntityType entity)
    {
        var number = Interlocked.Increment(ref _made);
        Entity = entity;
        _values = entity.GetFlattenedProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToDictionary(p => p, p => (object?)ValueFor(p, number));
    }

    public IEntityType Entity { get; }
    public object?[] KeyValues => [.. Key.Select(p => _values[p])];

    private string Table => $"\"{Entity.GetTableName()}\"";
    private IReadOnlyList<IProperty> Key => Entity.FindPrimaryKey()!.Properties;
    private IProperty Plain => _values.Keys.First(p => !p.IsPrimaryKey() && !p.IsConcurrencyToken);

    public static RawRow Of(IEntityType entity) => new(entity);

    /// <summary>Another row, equal to this one in the given columns only.</summary>
    public RawRow Rival(IEnumerable<IProperty> shared)
    {
        var rival = Of(Entity);
        foreach (var property in shared) rival._values[property] = _values[property];
        return rival;
    }

    /// <summary>Null for what only the database writes.</summary>
    public object? this[IProperty property]
    {
        get => _values.GetValueOrDefault(property);
        set => _values[property] = value;
    }

    public bool Has(IProperty property) => _values.ContainsKey(property);

    public async Task<int> InsertAsync(AppDbContext db, string verb = "INSERT")
    {
        await WithoutRulesAsync(db);
        return await RunAsync(db, $"{verb} INTO {Table} ({List(Column)}) VALUES ({List(Parameter)})", _values.Keys);
    }

    /// <summary>The rows that this one points to need not be there, and its values need make no sense, on this connection: it stays open, for what is said on SQLite holds for one only.</summary>
    public async Task WithoutRulesAsync(AppDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON" : $"ALTER TABLE {Table} NOCHECK CONSTRAINT ALL");
    }

    public Task<int> UpdateAsync(AppDbContext db) => RunAsync(db, $"UPDATE {Table} SET {Column(Plain)} = {Column(Plain)} WHERE {Mine}", Key);

    public Task<int> DeleteAsync(AppDbContext db) => RunAsync(db, $"DELETE FROM {Table} WHERE {Mine}", Key);

    private string Mine => string.Join(" AND ", Key.Select(p => $"{Column(p)} = {Parameter(p)}"));

    private string List(Func<IProperty, string> words) => string.Join(", ", _values.Keys.Select(words));

    private async Task<int> RunAsync(AppDbContext db, string sql, IEnumerable<IProperty> bound)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var property in bound)
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, Parameter(property), _values[property], property.IsNullable));
        return await command.ExecuteNonQueryAsync();
    }

    private static string Column(IProperty property) => $"\"{NameOf(property)}\"";

    // A column of a part has the part's name before its own.
    private static string NameOf(IProperty property) =>
        property.GetColumnName(StoreObjectIdentifier.Table(property.DeclaringType.ContainingEntityType.GetTableName()!))!;

    private static string Parameter(IProperty property) => $"@{NameOf(property)}";

    private static object ValueFor(IProperty property, int number) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        { IsEnum: true } type => Enum.GetValues(type).GetValue(0)!,
        var type when type == typeof(string) => number.ToString(CultureInfo.InvariantCulture),
        var type when type == typeof(Guid) => Ids.NewId(),
        var type when type == typeof(DateTime) => DateTime.UtcNow,
        var type when type == typeof(DateTimeOffset) => DateTimeOffset.UtcNow,
        var type when type == typeof(byte[]) => BitConverter.GetBytes((long)number),
        var type when type == typeof(DateOnly) => DateOnly.FromDayNumber(number),
        var type when type == typeof(IReadOnlyList<string>) => new[] { number.ToString(CultureInfo.InvariantCulture) },
        var type when type == typeof(Currency) => Currency.Usd,
        var type when type == typeof(PlanTerms) => new PlanTerms($"{number}", BillingInterval.Month, new Money(1, Currency.Usd)),
        { IsPrimitive: false } type => Activator.CreateInstance(type)!,
        var type => Convert.ChangeType(type == typeof(bool) ? 0 : number, type, CultureInfo.InvariantCulture),
    };
}
