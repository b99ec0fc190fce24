using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

public static class DataSetup
{
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        var database = builder.Configuration.ReadDatabaseOptions();
        var connection = ConnectionFor(database, builder);
        var services = builder.Services;

        if (database.Provider == DatabaseProvider.SqlServer)
            services.AddDbContextPool<AppDbContext>(options => options.UseSqlServer(connection, database.MaxBatchSize));
        else
            services.AddDbContextPool<AppDbContext, SqliteAppDbContext>(options => options.UseSqliteFile(connection));

        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddHostedService<DatabaseClockSync>();
        services.AddSingleton<DatabaseStart>();

        services.AddDataProtection().SetApplicationName("SaaSChat");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, TimeProvider>(
            (options, scopes, clock) => options.XmlRepository = new KeyRing(scopes, clock));
        KeyRingWrapping.Add(builder);
    }

    public static void UseSqlServer(this DbContextOptionsBuilder options, string connection, int? maxBatchSize) =>
        options.UseSqlServer(connection, sql =>
        {
            sql.EnableRetryOnFailure();
            if (maxBatchSize is { } size) sql.MaxBatchSize(size);
        });

    public static void UseSqliteFile(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqlitePragmas(), new RowVersionInterceptor());

    private static DatabaseOptions ReadDatabaseOptions(this IConfiguration configuration)
    {
        var section = configuration.GetSection("Database");
        if (section["Provider"] is { } provider && !Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out _))
            throw new StartUpRefusedException($"Database:Provider is \"{provider}\"; set it to Sqlite or SqlServer.");
        if (section["MaxBatchSize"] is { Length: > 0 } size && !(int.TryParse(size, CultureInfo.InvariantCulture, out var number) && number > 0))
            throw new StartUpRefusedException($"Database:MaxBatchSize is \"{size}\"; set it to a whole number above zero, or leave it out.");

        return section.Get<DatabaseOptions>() ?? new DatabaseOptions();
    }

    private static string ConnectionFor(DatabaseOptions database, IHostApplicationBuilder builder)
    {
        var given = builder.Configuration.GetConnectionString("Default");
        if (!string.IsNullOrWhiteSpace(given)) return given;
        if (database.Provider == DatabaseProvider.SqlServer)
            throw new StartUpRefusedException("Database:Provider is SqlServer but ConnectionStrings:Default is empty; set it to the server's connection string.");

        return $"Data Source={Path.Combine(DataFolder.For(builder), "saaschat.db")}";
    }
}
