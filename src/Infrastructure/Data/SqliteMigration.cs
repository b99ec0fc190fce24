using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

/// <summary>One process at a time migrates a SQLite file, and one that was killed while it did so leaves nothing behind that stops the next.</summary>
internal static class SqliteMigration
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(AppDbContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var turn = await TakeTurnAsync(db.Database.GetDbConnection().DataSource + ".migrating", cancel);

        // EF's own lock is a row that outlives its process and is waited for without end; whoever has the turn finds a forgotten one.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    // The operating system holds it: it ends with the process, however that ends.
    private static async Task<FileStream> TakeTurnAsync(string file, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (waited >= Patience)
            {
                throw new StartUpRefusedException(
                    $"{file} has been held for a minute ({e.Message.TrimEnd('.')}); end the other process that migrates this database, then start again.", e);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
