using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SaaSChat.Infrastructure.Data;

/// <summary>SQLite keeps a text of any length: what SQL Server would refuse as too long is refused here.</summary>
internal sealed class SqliteLengths : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Measure(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Measure(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    internal static DbUpdateException TooLong(IProperty property) =>
        new($"{property.DeclaringType.ClrType.Name}.{property.Name} is longer than its {property.GetMaxLength()} characters.");

    private static void Measure(DbContext db)
    {
        foreach (var row in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (row.Properties.FirstOrDefault(IsTooLong)?.Metadata is not { } property) continue;
            throw TooLong(property);
        }
    }

    private static bool IsTooLong(PropertyEntry property) =>
        property.CurrentValue is string text && text.Length > (property.Metadata.GetMaxLength() ?? int.MaxValue);
}
