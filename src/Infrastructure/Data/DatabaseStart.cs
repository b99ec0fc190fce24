using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Brings the database to the program's model, or refuses to start on one that is not there yet.</summary>
public sealed class DatabaseStart(IServiceScopeFactory scopes)
{
    public Task MigrateAsync(CancellationToken cancel) => AskAsync(db => db.Database.MigrateAsync(cancel));

    public Task RequireMigratedAsync(CancellationToken cancel) => AskAsync(async db =>
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0) return;

        throw new StartUpRefusedException(
            $"The database lacks {pending.Count} migration(s), the first is {pending[0]}; run the command \"db migrate\" with a login that may change tables, then start again.");
    });

    private async Task AskAsync(Func<AppDbContext, Task> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        try
        {
            await question(db);
        }
        catch (DbException e)
        {
            throw new StartUpRefusedException($"The database {Name(db)} cannot be used ({OneLine(e)}); {Remedy(db)}", e);
        }
    }

    private static string Name(AppDbContext db)
    {
        var connection = db.Database.GetDbConnection();
        return db.Database.IsSqlServer() ? $"{connection.Database} on {connection.DataSource}" : $"file {connection.DataSource}";
    }

    private static string Remedy(AppDbContext db) => db.Database.IsSqlServer()
        ? "check ConnectionStrings:Default, that the server is up and that the login may open the database."
        : "check that Data:Folder is writable and the file is a SQLite database, or point Data:Folder at another folder.";

    private static string OneLine(DbException e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
