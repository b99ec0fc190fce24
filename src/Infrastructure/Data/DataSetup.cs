using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

public static class DataSetup
{
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        var database = DatabaseSettings.Read(builder.Configuration);
        var connection = DatabaseSettings.ConnectionFor(database, builder);
        var services = builder.Services;

        if (database.Provider == DatabaseProvider.SqlServer)
            services.AddDbContextPool<AppDbContext>(options => options.UseSqlServer(connection, database.MaxBatchSize)).AddHostedService<DatabaseClockSync>();
        else
            services.AddDbContextPool<AppDbContext, SqliteAppDbContext>(options => options.UseSqliteFile(connection));

        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddSingleton<DatabaseStart>();

        services.AddDataProtection().SetApplicationName("SaaSChat");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, TimeProvider>(
            (options, scopes, clock) => options.XmlRepository = new KeyRing(scopes, clock));
        services.AddSingleton<KeyRingCheck>();
        KeyRingWrapping.Add(builder);
    }

    public static void UseSqlServer(this DbContextOptionsBuilder options, string connection, int? maxBatchSize) =>
        options.UseSqlServer(connection, sql =>
        {
            sql.EnableRetryOnFailure();
            if (maxBatchSize is { } size) sql.MaxBatchSize(size);
        });

    public static void UseSqliteFile(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqlitePragmas(), new SqliteStatements(), new RowVersionInterceptor(), new SqliteLengths());
}
