using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>The database as a process that is not the application opens it.</summary>
internal static class LedgerAt
{
    // Nothing comes by the clock here: the tests of allowances have their own people.
    private static readonly AllowancePosting NoAllowances = new(
        Fixed(new QuotaOptions { CreditsPerUnit = 0 }), Fixed(new RefillOptions()), Fixed(new GuestTrialOptions()));

    public static CreditLedger Over(AppDbContext db, TimeProvider clock) => new(db, NoAllowances, clock);

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

    private static LastValid<T> Fixed<T>(T options) where T : class => new(new Unchanging<T>(options));

    private sealed class Unchanging<T>(T options) : IOptionsMonitor<T>
    {
        public T CurrentValue => options;

        public T Get(string? name) => options;

        public IDisposable? OnChange(Action<T, string?> listener) => null;
    }
}
