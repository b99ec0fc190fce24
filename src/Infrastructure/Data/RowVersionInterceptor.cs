using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using SaaSChat.Domain;

namespace SaaSChat.Infrastructure.Data;

/// <summary>SQLite has no rowversion: a new one is made here for each row that is saved.</summary>
internal sealed class RowVersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Renew(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Renew(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    internal static byte[] NewVersion() => RandomNumberGenerator.GetBytes(8);

    internal static void Renew(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            entry.Property(e => e.RowVersion).CurrentValue = NewVersion();
    }
}

public static class RowVersionUpdates
{
    /// <summary>An ExecuteUpdate passes the interceptor by, so on SQLite it names the new version itself.</summary>
    public static UpdateSettersBuilder<T> BumpVersion<T>(this UpdateSettersBuilder<T> setters, DbContext db) where T : class, IVersioned
    {
        if (db.Database.IsSqlServer()) return setters;

        // A variable in a lambda is a parameter of the query; as a plain value each version would make a query of its own, compiled anew.
        var version = RowVersionInterceptor.NewVersion();
        return setters.SetProperty(row => row.RowVersion, _ => version);
    }
}
