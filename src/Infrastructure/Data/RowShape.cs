using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>How the rows of an entity are read and written, as the model has it.</summary>
internal sealed class RowShape
{
    private readonly IEntityType _entity;
    private readonly RowColumn[] _columns;
    private readonly int[] _key;

    // Compiled once: EF would do it again for each row.
    private Func<MaterializationContext, object>? _make;

    private RowShape(IEntityType entity)
    {
        _entity = entity;
        Table = $"\"{entity.GetTableName()}\"";
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        _columns = [.. entity.GetProperties().OrderBy(p => p.GetIndex()).Select(p => new RowColumn(p, $"\"{p.GetColumnName(table)}\""))];
        _key = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetIndex())];
        Columns = string.Join(", ", _columns.Select(c => c.Name));
    }

    public string Table { get; }
    public string Columns { get; }

    public static RowShape Of(IEntityType entity) => entity.GetOrAddRuntimeAnnotationValue("Saaschat:RowShape", known => new RowShape(known!), entity);

    /// <summary>The row that the reader stands on: the one that is tracked already, else a new one.</summary>
    public object Read(DbDataReader reader, AppDbContext db, bool tracked, IReadOnlyList<EntityEntry> known)
    {
        var values = new object?[_columns.Length];
        for (var i = 0; i < values.Length; i++) values[_columns[i].Index] = _columns[i].Read(reader, i);
        if (tracked && known.FirstOrDefault(row => IsRow(row, values)) is { } same) return same.Entity;

        _make ??= db.GetService<IStructuralTypeMaterializerSource>().GetMaterializer(_entity);
        var read = _make(new MaterializationContext(new ValueBuffer(values), db));
        if (tracked) db.Entry(read).State = EntityState.Unchanged;
        return read;
    }

    /// <summary>The statement that brings the database to what the row is now.</summary>
    public string Write(EntityEntry row, Func<RelationalTypeMapping, object?, string> value)
    {
        string Slot(RowColumn column, object? content) => value(column.Mapping, content);

        string Is(RowColumn column) => $"{column.Name} = {Slot(column, row.Property(column.Property).OriginalValue)}";

        // Of whoever edited it in between the row is not found.
        var same = string.Join(" AND ", _columns.Where(c => row.State != EntityState.Added && (c.IsKey || c.Property.IsConcurrencyToken)).Select(Is));
        if (row.State == EntityState.Deleted) return $"DELETE FROM {Table} WHERE {same}";

        var written = _columns.Where(c => c.IsWritten(row)).Select(c => (c.Name, Value: Slot(c, c.Require(row)))).ToList();
        return row.State == EntityState.Added
            ? $"INSERT INTO {Table} ({string.Join(", ", written.Select(w => w.Name))}) VALUES ({string.Join(", ", written.Select(w => w.Value))})"
            : $"UPDATE {Table} SET {string.Join(", ", written.Select(w => $"{w.Name} = {w.Value}"))} WHERE {same}";
    }

    private bool IsRow(EntityEntry row, object?[] values) =>
        row.Metadata == _entity && Array.TrueForAll(_key, i => Equals(row.Property(_columns[i].Property).CurrentValue, values[i]));
}
