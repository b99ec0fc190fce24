using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

// EF keeps two migration sets in one assembly only with one context type for each.
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    public override bool IsOnSqlServer => false;

    /// <summary>Whoever saves without a transaction of theirs waits in the queue as everybody does, and shares the flush.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var turn = await this.TakeTurnAsync(cancellationToken);
        if (turn is null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        try
        {
            await turn.UseWriterAsync(cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await turn.SavedAsync();
            return saved;
        }
        finally
        {
            turn.Dispose();
        }
    }
}
