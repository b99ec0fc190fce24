using System.Data.Common;
using System.Text;
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
    private readonly int[] _key;
    private readonly RowColumn[] _written;
    private readonly RowColumn[] _sought;
    private readonly string _insert;
    private readonly IClrPropertyGetter[] _getters;

    // Compiled once: EF would do it again for each row.
    private Func<MaterializationContext, object>? _make;

    private RowShape(IEntityType entity)
    {
        _entity = entity;
        Table = $"\"{entity.GetTableName()}\"";
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        Columns = [.. entity.GetProperties().OrderBy(p => p.GetIndex()).Select(p => new RowColumn(p, $"\"{p.GetColumnName(table)}\""))];
        _key = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetIndex())];
        _getters = [.. Columns.Select(c => c.Property.GetGetter())];
        ColumnList = string.Join(", ", Columns.Select(c => c.Name));
        _written = [.. Columns.Where(c => !c.IsStores)];
        _sought = [.. Columns.Where(c => c.IsKey || c.IsToken)];
        _insert = $"INSERT INTO {Table} ({string.Join(", ", _written.Select(c => c.Name))}) VALUES (";
    }

    public string Table { get; }
    public RowColumn[] Columns { get; }
    public string ColumnList { get; }

    public static RowShape Of(IEntityType entity) => entity.GetOrAddRuntimeAnnotationValue("Saaschat:RowShape", known => new RowShape(known!), entity);

    /// <summary>What the reader stands on, in the order of the columns.</summary>
    public object?[] Read(DbDataReader reader)
    {
        var values = new object?[Columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Columns[i].Read(reader, i);
        return values;
    }

    /// <summary>A row of these values that nobody knows yet.</summary>
    public object Make(object?[] values, AppDbContext db)
    {
        _make ??= db.GetService<IStructuralTypeMaterializerSource>().GetMaterializer(_entity);
        return _make(new MaterializationContext(new ValueBuffer(values), db));
    }

    /// <summary>The row of these values that the context tracks: one that it knew before, else a new one.</summary>
    public object Track(object?[] values, AppDbContext db, IReadOnlyList<EntityEntry> known)
    {
        if (known.FirstOrDefault(row => IsRow(row, values)) is { } same) return same.Entity;

        var made = Make(values, db);
        db.Entry(made).State = EntityState.Unchanged;
        return made;
    }

    public object?[] ValuesOf(object row)
    {
        var values = new object?[Columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _getters[i].GetClrValue(row);
        return values;
    }

    /// <summary>What tells the row of these values from its others.</summary>
    public object KeyOf(object?[] values) => _key is [var only] ? values[only]! : string.Join('/', _key.Select(i => values[i]));

    /// <summary>Words the statement that brings the database to what the row is now.</summary>
    public void Write(IChangedRow row, StringBuilder sql, Func<RowColumn, object?, string> slot)
    {
        if (row.State == EntityState.Added)
        {
            Insert(row, sql, slot);
            return;
        }

        if (row.State == EntityState.Deleted) sql.Append("DELETE FROM ").Append(Table);
        else Update(row, sql, slot);

        // Of whoever edited it in between the row is not found.
        var between = " WHERE ";
        foreach (var column in _sought)
        {
            sql.Append(between).Append(column.Name).Append(" = ").Append(slot(column, row.Before(column)));
            between = " AND ";
        }
    }

    private void Insert(IChangedRow row, StringBuilder sql, Func<RowColumn, object?, string> slot)
    {
        var between = _insert;
        foreach (var column in _written)
        {
            sql.Append(between).Append(slot(column, column.Require(row.Now(column))));
            between = ", ";
        }

        sql.Append(')');
    }

    private void Update(IChangedRow row, StringBuilder sql, Func<RowColumn, object?, string> slot)
    {
        sql.Append("UPDATE ").Append(Table);
        var between = " SET ";
        foreach (var column in _written)
        {
            if (!row.IsChanged(column)) continue;
            sql.Append(between).Append(column.Name).Append(" = ").Append(slot(column, column.Require(row.Now(column))));
            between = ", ";
        }
    }

    private bool IsRow(EntityEntry row, object?[] values) =>
        row.Metadata == _entity && Array.TrueForAll(_key, i => Equals(row.Property(Columns[i].Property).CurrentValue, values[i]));
}
