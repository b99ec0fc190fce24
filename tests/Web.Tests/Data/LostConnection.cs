using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>A connection that is lost once, just before or just after a commit, under a strategy that retries as SQL Server's does.</summary>
internal sealed class LostConnection(bool committed) : DbTransactionInterceptor
{
    public int Commits { get; private set; }

    public static AppDbContext Open(string connection, LostConnection lost)
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
        options.UseSqliteFile(connection);
        options.UseSqlite(sqlite => sqlite.ExecutionStrategy(dependencies => new Retrying(dependencies)));
        return new SqliteAppDbContext(options.AddInterceptors(lost).UseApplicationServiceProvider(IdentityTables.Services).Options);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Commits++ == 0 && !committed ? throw new IOException("lost before the commit") : ValueTask.FromResult(result);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Commits == 1 && committed ? throw new IOException("lost after the commit") : Task.CompletedTask;

    private sealed class Retrying(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 2, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is IOException;
    }
}
