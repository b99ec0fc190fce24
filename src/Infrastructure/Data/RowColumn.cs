using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>One column of a row, with the model's conversions.</summary>
internal sealed class RowColumn
{
    private static readonly MethodInfo Typed = typeof(RowColumn).GetMethod(nameof(FieldOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly Func<DbDataReader, int, object> _field;
    private readonly bool _isStores;

    public RowColumn(IProperty property, string name)
    {
        (Property, Name, Index, Mapping, IsKey) = (property, name, property.GetIndex(), property.GetRelationalTypeMapping(), property.IsPrimaryKey());
        _isStores = property.ValueGenerated == ValueGenerated.OnAddOrUpdate;
        var stored = Mapping.Converter?.ProviderClrType ?? Mapping.ClrType;
        _field = Typed.MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored).CreateDelegate<Func<DbDataReader, int, object>>();
    }

    public IProperty Property { get; }
    public string Name { get; }
    public int Index { get; }
    public RelationalTypeMapping Mapping { get; }
    public bool IsKey { get; }

    public object? Read(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal)) return null;
        var field = _field(reader, ordinal);
        return Mapping.Converter is { } converter ? converter.ConvertFromProvider(field) : field;
    }

    public bool IsWritten(EntityEntry row) => !_isStores && (row.State == EntityState.Added || row.Property(Property).IsModified);

    /// <summary>What is longer than its column is refused here, as SQL Server would: SQLite keeps a text of any length.</summary>
    public object? Require(EntityEntry row)
    {
        var value = row.Property(Property).CurrentValue;
        if (value is string text && text.Length > (Property.GetMaxLength() ?? int.MaxValue)) throw SqliteLengths.TooLong(Property);
        return value;
    }

    private static object FieldOf<T>(DbDataReader reader, int ordinal) => reader.GetFieldValue<T>(ordinal)!;
}
