using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>The database as a process that is not the application opens it.</summary>
internal static class LedgerAt
{
    public static AppDbContext Open(string connection, params IInterceptor[] interceptors)
    {
        if (TestDatabase.OnSqlServer)
        {
            var server = new DbContextOptionsBuilder<AppDbContext>().AddInterceptors(interceptors).UseApplicationServiceProvider(IdentityTables.Services);
            server.UseSqlServer(connection, maxBatchSize: null);
            return new AppDbContext(server.Options);
        }

        var file = new DbContextOptionsBuilder<SqliteAppDbContext>().AddInterceptors(interceptors).UseApplicationServiceProvider(IdentityTables.Services);
        file.UseSqliteFile(connection);
        return new SqliteAppDbContext(((DbContextOptionsBuilder<SqliteAppDbContext>)file).Options);
    }
}
