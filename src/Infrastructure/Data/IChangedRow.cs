using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SaaSChat.Infrastructure.Data;

/// <summary>A row that is to be written: what it is now, and what it was when it was read.</summary>
internal interface IChangedRow
{
    EntityState State { get; }

    object? Now(RowColumn column);

    object? Before(RowColumn column);

    bool IsChanged(RowColumn column);
}

/// <summary>One that the context tracks.</summary>
internal sealed class TrackedRow(EntityEntry row) : IChangedRow
{
    public EntityState State => row.State;

    public object? Now(RowColumn column) => row.Property(column.Property).CurrentValue;

    public object? Before(RowColumn column) => row.Property(column.Property).OriginalValue;

    public bool IsChanged(RowColumn column) => row.Property(column.Property).IsModified;
}
