using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Brings the database to the program's model, or refuses to start on one that is not there yet.</summary>
public sealed class DatabaseStart(IServiceScopeFactory scopes)
{
    /// <summary>The migrations that were missing, now applied.</summary>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel) => AskAsync<IReadOnlyList<string>>(async db =>
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0) await (db.IsOnSqlServer ? db.Database.MigrateAsync(cancel) : SqliteMigration.RunAsync(db, cancel));
#if HANGFIRE
        if (db.IsOnSqlServer) await Jobs.Hangfire.HangfireSchema.InstallAsync(db, cancel);
#endif
        await RequireWritableAsync(db, cancel);
        return pending;
    });

    public Task RequireMigratedAsync(CancellationToken cancel) => AskAsync(async db =>
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            throw new StartUpRefusedException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}; run the command \"db migrate\" with a login that may change tables, then start again.");
        }

        await RequireWritableAsync(db, cancel);
        return pending;
    });

    // Changes nothing, but a file that cannot be written is noticed now and not by the first visitor.
    private static Task RequireWritableAsync(AppDbContext db, CancellationToken cancel) =>
        db.IsOnSqlServer ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE 0", cancel);

    private async Task<T> AskAsync<T>(Func<AppDbContext, Task<T>> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        try
        {
            return await question(db);
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            throw new StartUpRefusedException($"The database {Name(db)} cannot be used ({OneLine(cause)}); {Remedy(db)}", e);
        }
    }

    // After its last try the retry strategy wraps what the database said.
    private static Exception? Cause(Exception e) => e switch
    {
        DbException or UnauthorizedAccessException => e,
        RetryLimitExceededException { InnerException: DbException inner } => inner,
        _ => null,
    };

    private static string Name(AppDbContext db)
    {
        var connection = db.Database.GetDbConnection();
        return db.IsOnSqlServer ? $"{connection.Database} on {connection.DataSource}" : $"file {connection.DataSource}";
    }

    private static string Remedy(AppDbContext db) => db.IsOnSqlServer
        ? "check ConnectionStrings:Default, that the server is up and that the login may open the database."
        : "check that Data:Folder (or the file of ConnectionStrings:Default) is writable and holds a SQLite database, or point it at another folder.";

    private static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
