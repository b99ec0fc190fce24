using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>One column of a row, with the model's conversions.</summary>
internal sealed class RowColumn
{
    private static readonly MethodInfo Typed = typeof(RowColumn).GetMethod(nameof(FieldOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly Func<DbDataReader, int, object> _field;
    private readonly int _most;

    public RowColumn(IProperty property, string name)
    {
        (Property, Name, Index, Mapping, IsKey) = (property, name, property.GetIndex(), property.GetRelationalTypeMapping(), property.IsPrimaryKey());
        (IsStores, IsToken) = (property.ValueGenerated == ValueGenerated.OnAddOrUpdate, property.IsConcurrencyToken);
        _most = property.GetMaxLength() ?? int.MaxValue;
        var stored = Mapping.Converter?.ProviderClrType ?? Mapping.ClrType;
        _field = Typed.MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored).CreateDelegate<Func<DbDataReader, int, object>>();
    }

    public IProperty Property { get; }
    public string Name { get; }
    public int Index { get; }
    public RelationalTypeMapping Mapping { get; }
    public bool IsKey { get; }

    /// <summary>Whether the database makes its values.</summary>
    public bool IsStores { get; }

    /// <summary>Whether a row is found only where it is still what was read.</summary>
    public bool IsToken { get; }

    /// <summary>A version that is made here, since the database makes none.</summary>
    public bool IsVersion => IsToken && !IsStores;

    public object? Read(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal)) return null;
        var field = _field(reader, ordinal);
        return Mapping.Converter is { } converter ? converter.ConvertFromProvider(field) : field;
    }

    /// <summary>What is longer than its column is refused here, as SQL Server would: SQLite keeps a text of any length.</summary>
    public object? Require(object? value) => value is string text && text.Length > _most ? throw SqliteLengths.TooLong(Property) : value;

    private static object FieldOf<T>(DbDataReader reader, int ordinal) => reader.GetFieldValue<T>(ordinal)!;
}
