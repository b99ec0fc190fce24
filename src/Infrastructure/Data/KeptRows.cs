using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// Rows that were read to be changed, with what they were then. The context does not know them: to track a row costs more than to read and write it, and
/// the ledger's are read and written with every charge.
/// </summary>
internal sealed class KeptRows
{
    private readonly Dictionary<(RowShape, object), object> _rows = [];
    private readonly Dictionary<object, object?[]> _read = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<T> Of<T>() => _read.Keys.OfType<T>();

    /// <summary>The row with these values; the one that was read before, as it is by now.</summary>
    public object Keep(RowShape shape, object?[] values, Func<object> make)
    {
        var key = (shape, shape.KeyOf(values));
        if (_rows.TryGetValue(key, out var known)) return known;

        var made = make();
        _rows.Add(key, made);
        _read.Add(made, values);
        return made;
    }

    /// <summary>What is to be written of it: all of it where it was not read.</summary>
    public KeptRow ChangesOf(RowShape shape, object row) => new(shape, shape.ValuesOf(row), _read.GetValueOrDefault(row));
}

/// <summary>What a row is by now, beside what it was.</summary>
internal sealed class KeptRow : IChangedRow
{
    private readonly object?[] _now;
    private readonly object?[]? _before;

    public KeptRow(RowShape shape, object?[] now, object?[]? before)
    {
        (Shape, _now, _before) = (shape, now, before);
        State = before is null ? EntityState.Added : Array.Exists(shape.Columns, IsOther) ? EntityState.Modified : EntityState.Unchanged;
    }

    public RowShape Shape { get; }

    public EntityState State { get; }

    public object? Now(RowColumn column) => column.IsVersion ? RowVersionInterceptor.NewVersion() : _now[column.Index];

    public object? Before(RowColumn column) => _before![column.Index];

    public bool IsChanged(RowColumn column) => column.IsVersion || IsOther(column);

    private bool IsOther(RowColumn column) => !Equals(_now[column.Index], _before![column.Index]);
}
