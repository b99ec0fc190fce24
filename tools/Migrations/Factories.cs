using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Migrations;

internal static class Program
{
    // Identity asks the application which tables it wants (passkeys came with its third schema).
    public static readonly IServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private static void Main()
    {
    }
}

internal sealed class SqlServerFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AppDbContext>().UseSqlServer("Server=design").UseApplicationServiceProvider(Program.Services).Options);
}

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteAppDbContext>
{
    public SqliteAppDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=design").UseApplicationServiceProvider(Program.Services).Options);
}
